"""Printed documents: a frozen context goes in, PDF, DOCX and XLSX come out."""
