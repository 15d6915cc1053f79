/** The workbooks that are mutated: three policies, as different programs write them. */
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { politicaDeHuertas } from '../auditoria/politica-de-huertas.js'
import { POLITICA_DEL_AGUA } from '../politica-del-agua.js'
import { escribirXlsx, libroPlano } from '../un-xlsx.js'

export interface Base {
  readonly nombre: string
  readonly bytes: Uint8Array
  /** How often it is taken. The one of 2023 is ten times larger than the others, and its report as much slower. */
  readonly peso: number
}

/** All of them; the same bytes each time, but for the dates that ExcelJS puts in a package. */
export async function bases(): Promise<readonly Base[]> {
  const agua = POLITICA_DEL_AGUA.bytes()
  const plana = libroPlano(agua)
  const huertas = politicaDeHuertas(
    new Map([
      ['Sectores|Escuelas|Conclusiones', 'Las escuelas llegaron a [[Escuelas avance]].\n\n- una\n- otra[^1]\n\n[^1]: Con nota.'],
      ['Textos|cierre|Texto', 'Se **cierra** así.'],
    ]),
  ).bytes()
  const edicion = new Uint8Array(readFileSync(new URL('../../inputs/ppasp-2023.xlsx', import.meta.url)))
  return [
    { nombre: 'agua', bytes: agua, peso: 5 },
    { nombre: 'agua, textos en línea', bytes: escribirXlsx(plana, { textos: 'en-linea' }), peso: 3 },
    { nombre: 'agua, textos compartidos y adornos', bytes: escribirXlsx(plana, { textos: 'con-formato', adornos: true }), peso: 3 },
    { nombre: 'agua, de ExcelJS', bytes: await deExcelJs(agua), peso: 3 },
    { nombre: 'agua, de LibreOffice', bytes: new Uint8Array(readFileSync(new URL('agua-de-libreoffice.xlsx', import.meta.url))), peso: 3 },
    { nombre: 'huertas', bytes: huertas, peso: 4 },
    { nombre: 'huertas, de 1904', bytes: escribirXlsx(libroPlano(huertas), { fecha1904: true, textos: 'compartidos' }), peso: 2 },
    { nombre: '2023', bytes: edicion, peso: 1 },
    { nombre: '2023, en línea y de 1904', bytes: escribirXlsx(libroPlano(edicion), { fecha1904: true, textos: 'en-linea' }), peso: 1 },
  ]
}

/** A workbook as ExcelJS writes what it read of it. */
async function deExcelJs(bytes: Uint8Array): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook()
  await libro.xlsx.load(bytes.slice().buffer as ArrayBuffer)
  return new Uint8Array(await libro.xlsx.writeBuffer())
}
