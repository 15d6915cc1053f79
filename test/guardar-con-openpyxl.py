"""Saves an Excel workbook as openpyxl does. Usage: guardar-con-openpyxl.py (guardar|escribir|escribir-1904) from.xlsx to.xlsx

guardar: loads the workbook and saves it. escribir: takes its values and formats to a new one, row by row (write-only mode).
"""
import sys

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.datetime import CALENDAR_MAC_1904

how, source, target = sys.argv[1:]
if how == "guardar":
    load_workbook(source).save(target)
else:
    new = Workbook(write_only=True)
    if how == "escribir-1904":
        new.epoch = CALENDAR_MAC_1904
    for sheet in load_workbook(source, data_only=True):
        copy = new.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            cells = []
            for cell in row:
                written = WriteOnlyCell(copy, cell.value)
                written.number_format = cell.number_format
                cells.append(written)
            copy.append(cells)
    new.save(target)
