"""The evaluation sheet (LKE) and its recap as workbooks that calculate."""
