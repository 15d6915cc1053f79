import { pasosDe } from './contenido.js'
import type { Pagina } from './estructura.js'
import { numeroDe } from './estructura.js'
import { Cadena, type Diccionario, Flujo, Lector, nombreDe, Palabra, type PdfCrudo, type Valor } from './objetos.js'

/** A font with which text is shown, and the codes of the characters that it shows. */
export interface FuenteUsada {
  readonly nombre: string
  readonly dic: Diccionario
  /** The font of a composite one that has the letters; the font itself where it is simple. */
  readonly descendiente: Diccionario
  readonly programa: Programa | null
  readonly codigos: ReadonlySet<number>
  /** Text of each code by the font's own map; null where it has none. */
  readonly aUnicode: ReadonlyMap<number, string> | null
}

/** What a TrueType program says of itself. `ancho`: of a glyph, in thousandths of the body. */
export interface Programa {
  readonly letras: number
  ancho(letra: number): number
}

/** Every font that the pages use. */
export function fuentesUsadas(pdf: PdfCrudo, paginas: readonly Pagina[]): readonly FuenteUsada[] {
  const codigos = new Map<number, Set<number>>()
  for (const { contenido, recursos } of paginas) {
    const fuentes = pdf.dic(recursos.get('Font'))
    for (const paso of pasosDe(contenido, () => new Map())) {
      if (paso.clase !== 'texto') continue
      const objeto = numeroDe(fuentes.get(paso.fuente))
      const suyos = codigos.get(objeto) ?? new Set()
      codigos.set(objeto, suyos)
      for (const par of paso.bytes.match(/.{2}/gs) ?? []) suyos.add(codigoDe(par))
    }
  }
  return [...codigos].map(([objeto, usados]) => leerFuente(pdf, pdf.dic(pdf.objetos.get(objeto)), usados))
}

function leerFuente(pdf: PdfCrudo, dic: Diccionario, codigos: ReadonlySet<number>): FuenteUsada {
  const [primero] = pdf.lista(dic.get('DescendantFonts'))
  const descendiente = primero === undefined ? dic : pdf.dic(primero)
  const programa = pdf.de(pdf.dic(descendiente.get('FontDescriptor')).get('FontFile2'))
  const mapa = pdf.de(dic.get('ToUnicode'))
  return {
    nombre: nombreDe(pdf.de(dic.get('BaseFont'))),
    dic,
    descendiente,
    programa: programa instanceof Flujo ? leerPrograma(programa.datos) : null,
    codigos,
    aUnicode: mapa instanceof Flujo ? leerMapa(mapa.datos) : null,
  }
}

function leerPrograma(datos: string): Programa {
  const bytes = Buffer.from(datos, 'latin1')
  const tablas = new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, i) => {
      const entrada = 12 + 16 * i
      return [bytes.toString('latin1', entrada, entrada + 4), bytes.readUInt32BE(entrada + 8)] as const
    }),
  )
  const tabla = (nombre: string): number => tablas.get(nombre) ?? 0
  const cuerpo = bytes.readUInt16BE(tabla('head') + 18)
  const medidas = bytes.readUInt16BE(tabla('hhea') + 34)
  return {
    letras: bytes.readUInt16BE(tabla('maxp') + 4),
    ancho: (letra) => (bytes.readUInt16BE(tabla('hmtx') + 4 * Math.min(letra, medidas - 1)) * 1000) / cuerpo,
  }
}

/** The text of each code: from `bfchar`, and from `bfrange` with a first text or with one a code. */
function leerMapa(cmap: string): ReadonlyMap<number, string> {
  const lector = new Lector(cmap)
  const textos = new Map<number, string>()
  let operandos: Valor[] = []
  for (let valor = lector.siguiente(); valor !== undefined; valor = lector.siguiente()) {
    if (!(valor instanceof Palabra)) {
      operandos.push(valor)
      continue
    }
    if (valor.palabra === 'endbfchar') for (const [codigo, texto] of grupos(operandos, 2)) textos.set(codigoDe(codigo), textoDe(texto))
    if (valor.palabra === 'endbfrange') {
      for (const [desde, hasta, texto] of grupos(operandos, 3)) {
        for (let i = 0; i <= codigoDe(hasta) - codigoDe(desde); i++)
          textos.set(codigoDe(desde) + i, Array.isArray(texto) ? textoDe(texto[i]) : textoDe(texto, i))
      }
    }
    operandos = []
  }
  return textos
}

const grupos = (valores: readonly Valor[], de: number): readonly (readonly Valor[])[] =>
  Array.from({ length: Math.floor(valores.length / de) }, (_, i) => valores.slice(i * de, (i + 1) * de))

const bytesDe = (valor: Valor | string | undefined): string =>
  typeof valor === 'string' ? valor : valor instanceof Cadena ? valor.bytes : ''
const codigoDe = (valor: Valor | string | undefined): number => [...bytesDe(valor)].reduce((n, c) => n * 256 + c.charCodeAt(0), 0)

/** UTF-16BE, its last unit moved on by so many. */
function textoDe(valor: Valor | undefined, mas = 0): string {
  const unidades = (bytesDe(valor).match(/.{2}/gs) ?? []).map(codigoDe)
  return String.fromCharCode(...unidades.map((u, i) => (i === unidades.length - 1 ? u + mas : u)))
}

/** Widths that a composite font declares, thousandths of the body, by code; the default one for the others. */
export function anchosDeclarados(pdf: PdfCrudo, { descendiente }: FuenteUsada): (codigo: number) => number {
  const porDefecto = descendiente.get('DW')
  const anchos = new Map<number, number>()
  const partes = pdf.lista(descendiente.get('W'))
  for (let i = 0; i < partes.length; ) {
    const [desde, segundo, tercero] = [Number(partes[i]), pdf.de(partes[i + 1]), pdf.de(partes[i + 2])]
    if (Array.isArray(segundo)) {
      for (const [n, ancho] of segundo.entries()) anchos.set(desde + n, Number(pdf.de(ancho)))
      i += 2
    } else {
      for (let codigo = desde; codigo <= Number(segundo); codigo++) anchos.set(codigo, Number(tercero))
      i += 3
    }
  }
  return (codigo) => anchos.get(codigo) ?? (typeof porDefecto === 'number' ? porDefecto : 1000)
}
