"""The window: widgets, item models, theme. The only room besides `app` that knows Qt."""
