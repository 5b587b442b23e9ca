"""What is kept on disk: the feature store and the scanner of music folders."""
