"""What the template tags of `komponen` show: plain functions and dataclasses, no requests, no queries."""
