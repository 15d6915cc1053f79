/**
 * Workbooks as plain cells, and a writer of them by hand in each of the forms that the file format allows: what other programs write,
 * and what none of ours would. `test/un-libro.ts` builds the workbooks; this one only says the same again in another way.
 */
import * as XLSX from 'xlsx'
import { escribirZip } from './un-zip.js'

export type CeldaPlana =
  /** `crudo`: what is written in the file instead of the number. */
  | { readonly clase: 'numero'; readonly valor: number; readonly formato: string; readonly crudo?: string; readonly formula?: string }
  | { readonly clase: 'texto'; readonly valor: string; readonly formula?: string }
  | { readonly clase: 'logico'; readonly valor: boolean; readonly formula?: string }
  | { readonly clase: 'error'; readonly valor: string; readonly formula?: string }
  /** A formula whose result nobody stored. */
  | { readonly clase: 'formula'; readonly formula: string }

export type FilaPlana = readonly (CeldaPlana | null)[]

export interface HojaPlana {
  readonly nombre: string
  readonly filas: readonly FilaPlana[]
  readonly oculta?: boolean
  readonly combinadas?: readonly string[]
}

export interface LibroPlano {
  readonly hojas: readonly HojaPlana[]
  readonly fecha1904: boolean
}

/** How a workbook is written; every form says the same. */
export interface Forma {
  readonly textos: 'compartidos' | 'en-linea' | 'guardados' | 'con-formato' | 'en-linea-con-formato' | 'con-fonetica'
  readonly fecha1904: boolean
  /** Dates as ISO text (`t="d"`), as the strict standard has them. */
  readonly fechasIso: boolean
  readonly prefijo: '' | 'x:'
  readonly estricto: boolean
  /** Which `r="A1"` are written: all, those of rows only, or none. Where there are none, place is order. */
  readonly direcciones: 'todas' | 'de-filas' | 'ninguna'
  readonly dimension: boolean
  /** Without styles, numbers have no format. */
  readonly estilos: boolean
  readonly rutas: 'relativas' | 'absolutas'
  /** Whether sheets stand in the reverse order of their files. */
  readonly archivosAlReves: boolean
  readonly codificacion: 'utf-8' | 'utf-8-bom' | 'utf-16le'
  /** Cells that hold a value as the result of a formula. */
  readonly formulas: boolean
  /** What a program writes around the data and says nothing of it: panes, filters, validations, formats far below, names. */
  readonly adornos: boolean
  /** Characters that XML would lose, as `_x000D_`, and every other one by its number. */
  readonly escapes: boolean
}

export const FORMA: Forma = {
  textos: 'compartidos',
  fecha1904: false,
  fechasIso: false,
  prefijo: '',
  estricto: false,
  direcciones: 'todas',
  dimension: true,
  estilos: true,
  rutas: 'relativas',
  archivosAlReves: false,
  codificacion: 'utf-8',
  formulas: false,
  adornos: false,
  escapes: false,
}

/** Days from one of Excel's calendars to the other. */
const DE_1900_A_1904 = 1462

/** The cells of a workbook, with their number formats. */
export function libroPlano(bytes: Uint8Array): LibroPlano {
  const libro = XLSX.read(bytes, { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false, sheetStubs: true })
  return {
    fecha1904: libro.Workbook?.WBProps?.date1904 === true,
    hojas: libro.SheetNames.map((nombre) => {
      const hoja = libro.Sheets[nombre]
      const filas = (hoja?.['!data'] ?? []) as readonly (readonly XLSX.CellObject[])[]
      return {
        nombre,
        filas: Array.from(filas, (fila) => Array.from(fila ?? [], (celda) => (celda === undefined ? null : celdaPlana(celda)))),
        combinadas: (hoja?.['!merges'] ?? []).map((rango) => XLSX.utils.encode_range(rango)),
      }
    }),
  }
}

function celdaPlana({ t, v, z, f }: XLSX.CellObject): CeldaPlana | null {
  const formula = f === undefined ? {} : { formula: f }
  if (t === 'n') return { clase: 'numero', valor: Number(v), formato: String(z ?? 'General'), ...formula }
  if (t === 's') return v === '' ? null : { clase: 'texto', valor: String(v), ...formula }
  if (t === 'b') return { clase: 'logico', valor: v === true, ...formula }
  if (t === 'e') return { clase: 'error', valor: '#REF!', ...formula }
  return f === undefined ? null : { clase: 'formula', formula: f }
}

/** The bytes of a workbook in a form. */
export function escribirXlsx(libro: LibroPlano, forma: Partial<Forma> = {}): Uint8Array {
  const partes = [...partesDe(libro, { ...FORMA, ...forma })]
  return escribirZip({ entradas: partes.map(([nombre, datos]) => ({ nombre, datos })) })
}

const NORMAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relaciones: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
const ESTRICTO = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relaciones: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
const PAQUETE = 'http://schemas.openxmlformats.org/package/2006'
const TIPO = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of the package of a workbook, by name. */
function partesDe(libro: LibroPlano, forma: Forma): ReadonlyMap<string, Uint8Array> {
  const compartidos: string[] = []
  const formatos: string[] = ['General']
  const escribe = new Escritura(forma, compartidos, formatos, libro.fecha1904)
  const archivo = (i: number) => `sheet${(forma.archivosAlReves ? libro.hojas.length - 1 - i : i) + 1}.xml`
  const hojas = libro.hojas.map((hoja, i) => [`xl/worksheets/${archivo(i)}`, escribe.hoja(hoja)] as const)
  const espacios = forma.estricto ? ESTRICTO : NORMAL
  const raiz = forma.rutas === 'absolutas' ? '/xl/' : ''
  const conTextos = compartidos.length > 0
  const relacion = (id: string, clase: string, destino: string) =>
    `<Relationship Id="${id}" Type="${espacios.relaciones}/${clase}" Target="${destino}"/>`
  const tipo = (parte: string, clase: string) => `<Override PartName="/xl/${parte}" ContentType="${TIPO}.${clase}+xml"/>`
  const x = forma.prefijo
  const partes: readonly (readonly [string, string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PAQUETE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${tipo('workbook.xml', 'sheet.main')}${libro.hojas.map((_, i) => tipo(`worksheets/${archivo(i)}`, 'worksheet')).join('')}${forma.estilos ? tipo('styles.xml', 'styles') : ''}${conTextos ? tipo('sharedStrings.xml', 'sharedStrings') : ''}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PAQUETE}/relationships">${relacion('rId1', 'officeDocument', `${forma.rutas === 'absolutas' ? '/' : ''}xl/workbook.xml`)}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<${x}workbook ${escribe.espacio} xmlns:r="${espacios.relaciones}"${forma.estricto ? ' conformance="strict"' : ''}><${x}workbookPr${forma.fecha1904 ? ' date1904="1"' : ''}/><${x}sheets>${libro.hojas
        .map(
          ({ nombre, oculta }, i) =>
            `<${x}sheet name="${atributo(nombre)}" sheetId="${i + 1}"${oculta === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
        )
        .join(
          '',
        )}</${x}sheets>${forma.adornos ? `<${x}definedNames><${x}definedName name="TODO">#REF!</${x}definedName><${x}definedName name="_xlnm.Print_Titles" localSheetId="0">$1:$1</${x}definedName></${x}definedNames>` : ''}</${x}workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PAQUETE}/relationships">${libro.hojas.map((_, i) => relacion(`rId${i + 1}`, 'worksheet', `${raiz}worksheets/${archivo(i)}`)).join('')}${forma.estilos ? relacion('rIdE', 'styles', `${raiz}styles.xml`) : ''}${conTextos ? relacion('rIdT', 'sharedStrings', `${raiz}sharedStrings.xml`) : ''}</Relationships>`,
    ],
    ...hojas,
    ...(forma.estilos ? [['xl/styles.xml', escribe.estilos()] as const] : []),
    ...(conTextos
      ? [
          [
            'xl/sharedStrings.xml',
            `<${x}sst ${escribe.espacio} count="${compartidos.length}" uniqueCount="${compartidos.length}">${compartidos.join('')}</${x}sst>`,
          ] as const,
        ]
      : []),
  ]
  return new Map(partes.map(([nombre, xml]) => [nombre, codificado(xml, nombre.startsWith('xl/') ? forma.codificacion : 'utf-8')]))
}

function codificado(xml: string, codificacion: Forma['codificacion']): Uint8Array {
  if (codificacion === 'utf-16le')
    return new Uint8Array(Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16" standalone="yes"?>\n${xml}`, 'utf16le'))
  const marca = codificacion === 'utf-8-bom' ? '\ufeff' : ''
  return new TextEncoder().encode(`${marca}<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`)
}

/** Writes the sheets of a workbook, and gathers what they share. */
class Escritura {
  readonly espacio: string
  readonly #lugares = new Map<string, number>()

  constructor(
    private readonly forma: Forma,
    private readonly compartidos: string[],
    private readonly formatos: string[],
    private readonly nacio1904: boolean,
  ) {
    const { main } = forma.estricto ? ESTRICTO : NORMAL
    this.espacio = forma.prefijo === '' ? `xmlns="${main}"` : `xmlns:x="${main}"`
  }

  hoja({ filas, combinadas = [] }: HojaPlana): string {
    const { prefijo: x, adornos, dimension, direcciones } = this.forma
    const ancho = Math.max(1, ...filas.map((fila) => fila.length))
    const rango = `A1:${XLSX.utils.encode_cell({ r: Math.max(0, filas.length - 1), c: ancho - 1 })}`
    const paneles = `<${x}sheetViews><${x}sheetView workbookViewId="0"><${x}pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></${x}sheetView></${x}sheetViews><${x}cols><${x}col min="1" max="16384" width="12" customWidth="1"/></${x}cols>`
    // A format far below the data, as whoever paints a whole column leaves it.
    const lejos =
      adornos && direcciones === 'todas' ? `<${x}row r="9000" s="0" customFormat="1" ht="20"><${x}c r="C9000" s="0"/></${x}row>` : ''
    const despues = [
      `<${x}autoFilter ref="${rango}"/>`,
      combinadas.length === 0 ? '' : this.#combinadas(combinadas),
      `<${x}conditionalFormatting sqref="B2:B9"><${x}cfRule type="cellIs" priority="1" operator="greaterThan"><${x}formula>5</${x}formula></${x}cfRule></${x}conditionalFormatting>`,
      `<${x}dataValidations count="1"><${x}dataValidation type="list" allowBlank="1" sqref="F2:F99"><${x}formula1>"Suma,Constante"</${x}formula1></${x}dataValidation></${x}dataValidations>`,
      `<${x}extLst><${x}ext uri="{00000000-0000-0000-0000-000000000000}"/></${x}extLst>`,
    ]
    return `<${x}worksheet ${this.espacio}>${dimension ? `<${x}dimension ref="${rango}"/>` : ''}${adornos ? paneles : ''}<${x}sheetData>${filas
      .map((fila, r) => this.#fila(fila, r))
      .join(
        '',
      )}${lejos}</${x}sheetData>${adornos ? despues.join('') : combinadas.length === 0 ? '' : this.#combinadas(combinadas)}</${x}worksheet>`
  }

  #combinadas(rangos: readonly string[]): string {
    const { prefijo: x } = this.forma
    return `<${x}mergeCells>${rangos.map((rango) => `<${x}mergeCell ref="${rango}"/>`).join('')}</${x}mergeCells>`
  }

  #fila(fila: FilaPlana, r: number): string {
    const { prefijo: x, direcciones } = this.forma
    const celdas = fila.map((celda, c) => {
      if (celda !== null) return this.#celda(celda, direcciones === 'todas' ? ` r="${XLSX.utils.encode_cell({ r, c })}"` : '')
      return direcciones === 'todas' ? '' : `<${x}c/>`
    })
    return `<${x}row${direcciones === 'ninguna' ? '' : ` r="${r + 1}"`}>${celdas.join('')}</${x}row>`
  }

  #celda(celda: CeldaPlana, r: string): string {
    const { prefijo: x, formulas } = this.forma
    const escrita = celda.formula ?? (formulas ? '1+1' : undefined)
    const f = escrita === undefined ? '' : `<${x}f>${texto(escrita)}</${x}f>`
    const v = (valor: string) => `${f}<${x}v>${valor}</${x}v>`
    switch (celda.clase) {
      case 'numero':
        return this.#numero(celda, r, v)
      case 'texto':
        return f === '' ? this.#texto(celda.valor, r, v) : `<${x}c${r} t="str">${v(this.#escapado(celda.valor))}</${x}c>`
      case 'logico':
        return `<${x}c${r} t="b">${v(celda.valor ? '1' : '0')}</${x}c>`
      case 'error':
        return `<${x}c${r} t="e">${v(texto(celda.valor))}</${x}c>`
      case 'formula':
        return `<${x}c${r}>${f}</${x}c>`
    }
  }

  #numero({ valor, formato, crudo }: Extract<CeldaPlana, { clase: 'numero' }>, r: string, v: (valor: string) => string): string {
    const { prefijo: x, fecha1904, fechasIso, estilos } = this.forma
    const s = estilos && formato !== 'General' ? ` s="${this.#lugar(this.formatos, formato)}"` : ''
    if (crudo !== undefined) return `<${x}c${r}${s}>${v(texto(crudo))}</${x}c>`
    const esFecha = XLSX.SSF.is_date(formato)
    const desde1900 = valor + (this.nacio1904 ? DE_1900_A_1904 : 0)
    if (esFecha && fechasIso && Number.isInteger(valor) && valor > 60 && valor < 2_900_000) {
      const iso = new Date(Date.UTC(1899, 11, 30) + desde1900 * 86_400_000).toISOString().slice(0, 10)
      return `<${x}c${r}${s} t="d">${v(iso)}</${x}c>`
    }
    const dias = esFecha ? desde1900 - (fecha1904 ? DE_1900_A_1904 : 0) : valor
    return `<${x}c${r}${s}>${v(String(dias))}</${x}c>`
  }

  #texto(valor: string, r: string, v: (valor: string) => string): string {
    const { prefijo: x, textos } = this.forma
    const dicho = this.#escapado(valor)
    if (textos === 'guardados') return `<${x}c${r} t="str">${v(dicho)}</${x}c>`
    if (textos === 'en-linea' || textos === 'en-linea-con-formato')
      return `<${x}c${r} t="inlineStr"><${x}is>${this.#trozos(valor)}</${x}is></${x}c>`
    return `<${x}c${r} t="s">${v(String(this.#lugar(this.compartidos, `<${x}si>${this.#trozos(valor)}</${x}si>`)))}</${x}c>`
  }

  /** A text whole, or in two runs of which one is bold, or with how it is pronounced. */
  #trozos(valor: string): string {
    const { prefijo: x, textos } = this.forma
    const t = (trozo: string) => `<${x}t xml:space="preserve">${this.#escapado(trozo)}</${x}t>`
    const conFonetica = `${t(valor)}<${x}rPh sb="0" eb="1"><${x}t>otro</${x}t></${x}rPh><${x}phoneticPr fontId="0"/>`
    if (textos === 'con-fonetica') return conFonetica
    if (textos !== 'con-formato' && textos !== 'en-linea-con-formato') return t(valor)
    const puntos = [...valor]
    const mitad = Math.ceil(puntos.length / 2)
    const [uno, otro] = [puntos.slice(0, mitad).join(''), puntos.slice(mitad).join('')]
    return `<${x}r>${t(uno)}</${x}r><${x}r><${x}rPr><${x}b/><${x}sz val="11"/></${x}rPr>${t(otro)}</${x}r>`
  }

  #escapado(valor: string): string {
    if (!this.forma.escapes) return texto(valor)
    return texto(valor.replace(/_x[0-9a-f]{4}_/giu, (escrito) => `_x005F${escrito}`)).replace(/[^\x20-\x7e]/gu, (letra) =>
      letra === '\r' ? '_x000D_' : `&#x${letra.codePointAt(0)?.toString(16)};`,
    )
  }

  #lugar(lista: string[], valor: string): number {
    const clave = `${lista === this.formatos ? 'f' : 't'}${valor}`
    const conocido = this.#lugares.get(clave) ?? lista.indexOf(valor)
    const lugar = conocido >= 0 ? conocido : lista.push(valor) - 1
    this.#lugares.set(clave, lugar)
    return lugar
  }

  estilos(): string {
    const { prefijo: x } = this.forma
    const propios = this.formatos.slice(1)
    return `<${x}styleSheet ${this.espacio}><${x}numFmts count="${propios.length}">${propios
      .map((formato, i) => `<${x}numFmt numFmtId="${200 + i}" formatCode="${atributo(formato)}"/>`)
      .join(
        '',
      )}</${x}numFmts><${x}fonts count="1"><${x}font><${x}sz val="11"/><${x}name val="Calibri"/></${x}font></${x}fonts><${x}fills count="1"><${x}fill><${x}patternFill patternType="none"/></${x}fill></${x}fills><${x}borders count="1"><${x}border/></${x}borders><${x}cellStyleXfs count="1"><${x}xf numFmtId="0"/></${x}cellStyleXfs><${x}cellXfs count="${this.formatos.length}">${this.formatos
      .map((_, i) => `<${x}xf numFmtId="${i === 0 ? 0 : 199 + i}" xfId="0" applyNumberFormat="1"/>`)
      .join('')}</${x}cellXfs></${x}styleSheet>`
  }
}

/** Text of an element; what is no character of XML is left as it is, for tests that want it so. */
function texto(valor: string): string {
  return valor.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function atributo(valor: string): string {
  return texto(valor).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')
}
