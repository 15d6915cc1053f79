import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'

/** Where something is printed: points from the page's top left. */
export interface Caja {
  readonly izquierda: number
  readonly derecha: number
  readonly arriba: number
  readonly abajo: number
}

/** A run of text in one font. `base`: its baseline; `cuerpo`: size of its letters, points. */
export interface Trozo extends Caja {
  readonly texto: string
  readonly base: number
  readonly cuerpo: number
  /** Name of the font, without the mark of its subset: `WorkSans-Bold`. */
  readonly fuente: string
}

/** What stands on one baseline, from left to right. */
export interface Renglon extends Caja {
  readonly texto: string
  readonly trozos: readonly Trozo[]
}

/** A link: the area that answers, and the address or the place that it leads to (`pagina` 0 is the first; `arriba` from its top). */
export interface Enlace extends Caja {
  readonly texto: string
  /** The page number at its right end, where it has one: it is an entry of an index. */
  readonly numero: string | null
  readonly destino: { readonly direccion: string } | { readonly pagina: number; readonly arriba: number } | null
}

export interface PaginaImpresa {
  /** As a viewer shows it; empty where it has none. */
  readonly etiqueta: string
  readonly ancho: number
  readonly alto: number
  /** From the top down. */
  readonly renglones: readonly Renglon[]
  readonly imagenes: readonly Caja[]
  readonly enlaces: readonly Enlace[]
}

/** Share of the body of a font over and under its baseline that letters fill. */
const [SOBRE, BAJO] = [0.72, 0.22]

/** Reads the pages of any PDF as they are printed: where each line, picture and link is. */
export async function leerPaginas(bytes: Uint8Array): Promise<readonly PaginaImpresa[]> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const etiquetas = await pdf.getPageLabels()
  const paginas: PaginaImpresa[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const pagina = await pdf.getPage(n)
    const [, , ancho = 0, alto = 0] = pagina.view
    const { fnArray, argsArray } = await pagina.getOperatorList()
    const trozos = await leerTrozos(pagina, alto)
    paginas.push({
      etiqueta: etiquetas?.[n - 1] ?? '',
      ancho,
      alto,
      renglones: enRenglones(trozos),
      imagenes: imagenesDe(fnArray, argsArray, alto),
      enlaces: await leerEnlaces(pdf, pagina, trozos, alto),
    })
  }
  await pdf.destroy()
  return paginas
}

async function leerTrozos(pagina: PDFPageProxy, alto: number): Promise<readonly Trozo[]> {
  const { items } = await pagina.getTextContent({ disableNormalization: true })
  return items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [trozo(pagina, item, alto)] : []))
}

function trozo(pagina: PDFPageProxy, { str, transform, width, fontName }: TextItem, alto: number): Trozo {
  const [, , , cuerpo, izquierda, y] = transform.map(Number) as [number, number, number, number, number, number]
  const fuente = pagina.commonObjs.get(fontName) as { readonly name: string }
  const base = alto - y
  // blanks at the end are no ink
  const ancho = (width * str.trimEnd().length) / str.length
  return {
    texto: str,
    base,
    cuerpo: Math.round(cuerpo * 10) / 10,
    fuente: fuente.name.replace(/^[A-Z]{6}\+/, ''),
    izquierda,
    derecha: izquierda + ancho,
    arriba: base - cuerpo * SOBRE,
    abajo: base + cuerpo * BAJO,
  }
}

/** A small number over the line belongs to it. */
const MISMO_RENGLON = 4.5

export function enRenglones(trozos: readonly Trozo[]): readonly Renglon[] {
  const renglones: Trozo[][] = []
  for (const uno of trozos.toSorted((a, b) => b.cuerpo - a.cuerpo)) {
    const tolerancia = (otro: Trozo): number => (uno.cuerpo < otro.cuerpo * 0.75 ? MISMO_RENGLON : 0.6)
    const suyo = renglones.find(([otro]) => otro !== undefined && Math.abs(otro.base - uno.base) < tolerancia(otro))
    if (suyo === undefined) renglones.push([uno])
    else suyo.push(uno)
  }
  return renglones
    .map((suyos) => suyos.toSorted((a, b) => a.izquierda - b.izquierda))
    .map((suyos) => ({ ...contorno(suyos), trozos: suyos, texto: suyos.map(({ texto }) => texto.trim()).join(' ') }))
    .sort((a, b) => a.abajo - b.abajo)
}

const contorno = (cajas: readonly Caja[]): Caja => ({
  izquierda: Math.min(...cajas.map((c) => c.izquierda)),
  derecha: Math.max(...cajas.map((c) => c.derecha)),
  arriba: Math.min(...cajas.map((c) => c.arriba)),
  abajo: Math.max(...cajas.map((c) => c.abajo)),
})

type Matriz = readonly [number, number, number, number, number, number]
const compuesta = ([a, b, c, d, e, f]: Matriz, [g, h, i, j, k, l]: Matriz): Matriz => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

function imagenesDe(operadores: readonly number[], argumentos: readonly unknown[], alto: number): readonly Caja[] {
  let matriz: Matriz = [1, 0, 0, 1, 0, 0]
  const guardadas: Matriz[] = []
  const imagenes: Caja[] = []
  operadores.forEach((operador, i) => {
    if (operador === OPS.save) guardadas.push(matriz)
    else if (operador === OPS.restore) matriz = guardadas.pop() ?? matriz
    else if (operador === OPS.transform) matriz = compuesta(matriz, argumentos[i] as Matriz)
    else if (operador === OPS.paintImageXObject) {
      const [a, , , d, e, f] = matriz
      const [y1, y2] = [alto - f, alto - f - d].sort((p, q) => p - q) as [number, number]
      imagenes.push({ izquierda: Math.min(e, e + a), derecha: Math.max(e, e + a), arriba: y1, abajo: y2 })
    }
  })
  return imagenes
}

/** How far from where its letters would be, all of one width, a name may stand in a longer run of text. */
const LETRAS_DE_MAS = 6

/** The table or chart named under an area within a longer run of text; empty where none is. */
function nombradoEn(caja: Caja, trozos: readonly Trozo[]): string {
  const renglon = trozos.find(
    (t) => t.base > caja.arriba && t.base < caja.abajo && t.izquierda <= caja.izquierda && t.derecha >= caja.derecha,
  )
  if (renglon === undefined) return ''
  const { texto, izquierda, derecha } = renglon
  const lugar = (((caja.izquierda + caja.derecha) / 2 - izquierda) / (derecha - izquierda)) * texto.length
  const nombres = [...texto.matchAll(/(?:Tabla|Gráfica) A?\d+/g)]
  return nombres.find(({ 0: nombre, index }) => Math.abs(index + nombre.length / 2 - lugar) < LETRAS_DE_MAS)?.[0] ?? ''
}

/** The number at the right end of an entry of an index; null for a reference, which is words. */
function numeroAlFinal(trozos: readonly Trozo[], texto: string, derecha: number): string | null {
  if (/^\S+(?: A?\d+)?$/.test(texto) || !trozos.some((t) => t.derecha > derecha - AL_FINAL)) return null
  return /[\s.](\d{1,3}|[ivxl]+)$/.exec(texto)?.[1] ?? null
}

/** How near the right end of its link the number of an entry stands. */
const AL_FINAL = 2

async function leerEnlaces(
  pdf: PDFDocumentProxy,
  pagina: PDFPageProxy,
  trozos: readonly Trozo[],
  alto: number,
): Promise<readonly Enlace[]> {
  const enlaces: Enlace[] = []
  for (const anotacion of await pagina.getAnnotations()) {
    if (anotacion.subtype !== 'Link') continue
    const [izquierda, y1, derecha, y2] = anotacion.rect as [number, number, number, number]
    const caja = { izquierda, derecha, arriba: alto - y2, abajo: alto - y1 }
    const suyos = trozos.filter(
      (t) => t.base > caja.arriba && t.base < caja.abajo && t.izquierda > izquierda - 1 && t.derecha < derecha + 1,
    )
    const texto = suyos.length > 0 ? suyos.map((t) => t.texto.trim()).join(' ') : nombradoEn(caja, trozos)
    const direccion = anotacion.unsafeUrl as string | undefined
    enlaces.push({
      ...caja,
      texto,
      numero: numeroAlFinal(suyos, texto, derecha),
      destino: direccion === undefined ? await lugar(pdf, anotacion.dest) : { direccion },
    })
  }
  return enlaces
}

async function lugar(pdf: PDFDocumentProxy, destino: string | readonly unknown[] | null): Promise<Enlace['destino']> {
  const hallado = typeof destino === 'string' ? await pdf.getDestination(destino) : destino
  if (hallado === null || hallado === undefined) return null
  const pagina = await pdf.getPageIndex(hallado[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0])
  const alto = (await pdf.getPage(pagina + 1)).view[3] ?? 0
  return { pagina, arriba: alto - Number(hallado[3] ?? alto) }
}
