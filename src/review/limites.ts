/** Largest workbook that the page takes, in bytes. */
export const MAXIMO = 50 * 1024 * 1024
