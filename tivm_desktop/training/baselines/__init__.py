"""What a trained model has to beat: regularised linear CCA, and the settings of VM-NET."""
