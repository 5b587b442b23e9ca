"""Sentences made below the window, in the language of the window."""


def spoken(sentence: str) -> str:
    """Say a sentence that another part of the program made, such as an error's or the reason of a fit.

    Args:
        sentence: English, as it is logged and stored.

    Returns:
        It in the language of the window, or as it is where no translation is known.
    """
    return sentence
