export type Herramienta = 'soffice' | 'pdftotext' | 'pdftoppm' | 'pdfinfo' | 'chromium' | 'taskset' | 'openpyxl' | 'redis'
export function herramienta(nombre: Herramienta): string | null
export function enCarpetaTemporal<T>(use: (folder: string) => Promise<T>): Promise<T>
export function convertir(bytes: Uint8Array, de: string, a: string): Promise<Uint8Array>
export function paginas(pdf: Uint8Array, width: number): Promise<Uint8Array[]>
export function textoResuelto(docx: Uint8Array, orden: 'AcceptAllTrackedChanges' | 'RejectAllTrackedChanges'): Promise<string>
export function reemplazado(docx: Uint8Array, viejo: string, nuevo: string): Promise<Uint8Array>
export interface Paso {
  readonly hoja: string
  readonly celda: string
  readonly valor: string | number | null
}
export function escritoEnCalc(xlsx: Uint8Array, pasos: readonly Paso[]): Promise<Uint8Array>
