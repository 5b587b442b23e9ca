"""LSTMs both ways, against torch's own on packed sequences."""

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from tivm_desktop.training.model.lstm import BidirectionalLstm

HIDDEN = 6
LENGTHS = torch.tensor([3, 9, 7])


def test_both_ways_are_those_of_a_packed_bidirectional_lstm() -> None:
    torch.manual_seed(0)
    ours = BidirectionalLstm(HIDDEN, 1, 0.0)
    peer = nn.LSTM(HIDDEN, HIDDEN, batch_first=True, bidirectional=True)
    for layers, suffix in ((ours.ahead, ""), (ours.behind, "_reverse")):
        for name, weight in layers[0].named_parameters():
            getattr(peer, name + suffix).data.copy_(weight.data)
    rows = torch.randn(3, 9, HIDDEN)
    mask = torch.arange(9) < LENGTHS.unsqueeze(1)
    packed = pack_padded_sequence(ours.norm(rows), LENGTHS, batch_first=True, enforce_sorted=False)
    expected = rows + ours.join(pad_packed_sequence(peer(packed)[0], batch_first=True)[0])
    torch.testing.assert_close(ours(rows, mask)[mask], expected[mask], atol=1e-6, rtol=1e-5)
