import type { Theme } from '../../src/theme/index.js'
import type { Caja, Enlace, PaginaImpresa, Renglon, Trozo } from './leer-paginas.js'

/** What a line of a page is, by the letters that the theme gives to each thing. */
export type Clase = 'titulo' | 'rotulo' | 'encabezado' | 'nota' | 'otro'

/** What the rules need of a theme: points, and names of fonts as a PDF has them. */
export interface Medidas {
  readonly margen: number
  /** Blank between the edge of the page and its header and footer. */
  readonly borde: number
  readonly titulos: { readonly fuente: string; readonly cuerpos: readonly number[] }
  readonly encabezado: number
  readonly nota: number
  readonly texto: string
  readonly titulo1: number
}

const MM = 72 / 25.4

export function medidasDe({ pagina, fuentes, estilos }: Theme): Medidas {
  return {
    margen: pagina.margen * MM,
    borde: Math.min(pagina.encabezado, pagina.pie) * MM,
    titulos: {
      fuente: fuentes.titulos.replaceAll(' ', ''),
      cuerpos: [estilos.titulo1.cuerpo, estilos.titulo2.cuerpo, estilos.titulo3.cuerpo],
    },
    encabezado: estilos.tablaTitulo.cuerpo,
    nota: estilos.nota.cuerpo,
    texto: fuentes.texto.replaceAll(' ', ''),
    titulo1: estilos.titulo1.cuerpo,
  }
}

const ROTULO = /^(?:Tabla|Gráfica) A?\d+\./
const cerca = (uno: number, otro: number): boolean => Math.abs(uno - otro) < 0.3

/** What a line is. The entries of an index, which are links from end to end, are nothing else. */
export function claseDe(renglon: Renglon, { enlaces }: Pick<PaginaImpresa, 'enlaces'>, medidas: Medidas): Clase {
  const todo = (falla: (trozo: Trozo) => boolean): boolean => renglon.trozos.every(falla)
  const enFuente = (trozo: Trozo, fuente: string): boolean => trozo.fuente.startsWith(fuente)
  if (enlaces.some((enlace) => cubre(enlace, renglon))) return 'otro'
  if (ROTULO.test(renglon.texto) && enFuente(renglon.trozos[0] as Trozo, medidas.titulos.fuente)) return 'rotulo'
  const enTitulos = todo((t) => t.fuente === `${medidas.titulos.fuente}-Bold`)
  if (enTitulos && todo((t) => medidas.titulos.cuerpos.some((cuerpo) => cerca(cuerpo, t.cuerpo)))) return 'titulo'
  if (enTitulos && todo((t) => cerca(t.cuerpo, medidas.encabezado))) return 'encabezado'
  const sinLlamadas = renglon.trozos.filter((t) => !esLlamada(t))
  return sinLlamadas.every((t) => enFuente(t, medidas.texto) && cerca(t.cuerpo, medidas.nota)) ? 'nota' : 'otro'
}

const cubre = (enlace: Enlace, { izquierda, derecha, arriba, abajo }: Caja): boolean =>
  enlace.izquierda < izquierda + 1 && enlace.derecha > derecha - 1 && enlace.arriba < abajo && enlace.abajo > arriba

/** The lines between the header and the footer. */
export const cuerpoDe = ({ renglones, alto }: PaginaImpresa, { margen }: Medidas): readonly Renglon[] =>
  renglones.filter(({ arriba, abajo }) => abajo > margen && arriba < alto - margen)

/** A small raised number: the call of a footnote, or the number before its words. */
const esLlamada = ({ texto, cuerpo }: Trozo): boolean => /^\s*\d{1,3}\s*$/.test(texto) && cuerpo < 7.5

/** The footnotes at the foot of a page: from the first line of small print that begins with its number. */
export function notasDe(pagina: PaginaImpresa, medidas: Medidas): readonly Renglon[] {
  const cuerpo = cuerpoDe(pagina, medidas)
  const ultima = cuerpo.findLastIndex((renglon) => claseDe(renglon, pagina, medidas) !== 'nota')
  const pie = cuerpo.slice(ultima + 1)
  const primera = pie.findIndex(
    ({ trozos: [numero] }) => numero !== undefined && /^\d/.test(numero.texto.trim()) && numero.cuerpo < medidas.nota + 0.3,
  )
  return primera < 0 ? [] : pie.slice(primera)
}

/** Lines and pictures of the body without its footnotes, from the top down, each with what it is. */
function contenidoDe(
  pagina: PaginaImpresa,
  medidas: Medidas,
): readonly (Caja & { readonly clase: Clase | 'imagen'; readonly texto: string })[] {
  const notas = new Set(notasDe(pagina, medidas))
  const renglones = cuerpoDe(pagina, medidas).filter((renglon) => !notas.has(renglon))
  return [
    ...renglones.map((renglon) => ({ ...renglon, clase: claseDe(renglon, pagina, medidas) })),
    ...pagina.imagenes.map((imagen) => ({ ...imagen, clase: 'imagen' as const, texto: '' })),
  ].toSorted((a, b) => a.abajo - b.abajo)
}

const HOLGURA = 1

/** What is printed beyond the margins, or in the margins outside the header and the footer. */
export function fueraDeLosMargenes({ renglones, imagenes, ancho, alto }: PaginaImpresa, { margen, borde }: Medidas): readonly string[] {
  const sale = ({ izquierda, derecha, arriba, abajo }: Caja): boolean => {
    const enCuerpo = arriba > margen - HOLGURA && abajo < alto - margen + HOLGURA
    const enBandas = (abajo < margen && arriba > borde - HOLGURA) || (arriba > alto - margen && abajo < alto - borde + HOLGURA)
    return izquierda < margen - HOLGURA || derecha > ancho - margen + HOLGURA || !(enCuerpo || enBandas)
  }
  return [...renglones.filter(sale).map(({ texto }) => texto), ...imagenes.filter(sale).map(() => 'imagen')]
}

/** Runs of text printed one over the other. */
export function encimados({ renglones }: PaginaImpresa): readonly string[] {
  const trozos = renglones.flatMap((renglon) => renglon.trozos)
  const pisa = (a: Trozo, b: Trozo): boolean => {
    const pelo = Math.min(a.cuerpo, b.cuerpo) * 0.15
    return (
      Math.min(a.derecha, b.derecha) - Math.max(a.izquierda, b.izquierda) > HOLGURA &&
      Math.min(a.abajo, b.abajo) - Math.max(a.arriba, b.arriba) > pelo
    )
  }
  return trozos.flatMap((a, i) => trozos.slice(i + 1).flatMap((b) => (pisa(a, b) ? [`«${a.texto}» y «${b.texto}»`] : [])))
}

/** Headings with nothing of theirs under them on the page. */
export function titulosAlPie(pagina: PaginaImpresa, medidas: Medidas): readonly string[] {
  const ultimo = contenidoDe(pagina, medidas).at(-1)
  return ultimo?.clase === 'titulo' ? [ultimo.texto] : []
}

/** The most that a caption stands over what it is the caption of, points. */
const JUNTO = 40

/** Captions without their table's header or their chart right under them. */
export function rotulosSueltos(pagina: PaginaImpresa, medidas: Medidas): readonly string[] {
  const contenido = contenidoDe(pagina, medidas)
  return contenido.flatMap((rotulo) => {
    if (rotulo.clase !== 'rotulo') return []
    const debajo = contenido.filter(({ arriba }) => arriba > rotulo.arriba + HOLGURA).toSorted((a, b) => a.arriba - b.arriba)
    const suyo = debajo.find(({ clase }) => clase === 'encabezado' || clase === 'imagen')
    const entre = debajo.slice(0, suyo === undefined ? 0 : debajo.indexOf(suyo))
    return suyo !== undefined && suyo.arriba - (entre.at(-1)?.abajo ?? rotulo.abajo) < JUNTO && entre.length < 3 ? [] : [rotulo.texto]
  })
}

/** Headers of tables without a row under them. A part's name over the title of a chapter has the letters of a header and is none. */
export function encabezadosSolos(pagina: PaginaImpresa, medidas: Medidas): readonly string[] {
  const contenido = contenidoDe(pagina, medidas)
  return contenido.flatMap((renglon, i) => {
    if (renglon.clase !== 'encabezado') return []
    const debajo = contenido.slice(i + 1).find(({ clase }) => clase !== 'encabezado')
    return debajo === undefined || debajo.clase === 'rotulo' || debajo.clase === 'nota' ? [renglon.texto] : []
  })
}

/** Pages of a document that are under a third full, by their number in the file (1 is the first), save those that may be. */
export function paginasCortas(paginas: readonly PaginaImpresa[], medidas: Medidas): readonly string[] {
  return paginas.flatMap((pagina, i) => {
    const siguiente = paginas[i + 1]
    const abajo = Math.max(medidas.margen, ...contenidoDe(pagina, medidas).map((c) => c.abajo))
    const llena = (abajo - medidas.margen) / (pagina.alto - 2 * medidas.margen)
    const esFinal = i === 0 || siguiente === undefined || empiezaCapitulo(siguiente, pagina, medidas)
    return llena < 1 / 3 && !esFinal ? [`página ${i + 1}: ${Math.round(llena * 100)} %`] : []
  })
}

/** A page that begins with a title of the first level, that has another footer, or that lies the other way. */
function empiezaCapitulo(pagina: PaginaImpresa, anterior: PaginaImpresa, medidas: Medidas): boolean {
  const primeros = cuerpoDe(pagina, medidas).slice(0, 2)
  const conTitulo = primeros.some(({ trozos }) => trozos.some((t) => cerca(t.cuerpo, medidas.titulo1)))
  return conTitulo || pie(pagina) !== pie(anterior) || pagina.ancho !== anterior.ancho
}

const pie = ({ renglones }: PaginaImpresa): string => (renglones.at(-1)?.texto ?? '').replace(/\s*\S+$/, '')

/** Calls without their note at the foot of their page, and notes without a call on theirs. */
export function notasDeOtraPagina(pagina: PaginaImpresa, medidas: Medidas): readonly string[] {
  const notas = notasDe(pagina, medidas)
  const enNotas = new Set(notas)
  const numeros = (renglones: readonly Renglon[]): readonly string[] =>
    renglones.flatMap(({ trozos }) => trozos.filter(esLlamada).map(({ texto }) => texto.trim()))
  const llamadas = numeros(cuerpoDe(pagina, medidas).filter((renglon) => !enNotas.has(renglon)))
  const puestas = notas.flatMap(({ trozos: [primero] }) => /^\d+/.exec(primero?.texto.trim() ?? '')?.[0] ?? [])
  return [
    ...llamadas.filter((numero) => !puestas.includes(numero)).map((numero) => `llamada ${numero} sin nota`),
    ...puestas.filter((numero) => !llamadas.includes(numero)).map((numero) => `nota ${numero} sin llamada`),
  ]
}

/** Links that lead nowhere, to another thing than their words say, or to no address. */
export function enlacesMalos(paginas: readonly PaginaImpresa[]): readonly string[] {
  return paginas.flatMap(({ enlaces }) => enlaces.filter((enlace) => !lleva(enlace, paginas)).map(({ texto }) => `«${texto}»`))
}

function lleva({ texto, numero, destino }: Enlace, paginas: readonly PaginaImpresa[]): boolean {
  if (destino === null) return false
  if ('direccion' in destino) return /^(https?:\/\/|mailto:)/.test(destino.direccion)
  const pagina = paginas[destino.pagina]
  if (pagina === undefined) return false
  const rotulo = /^(?:Tabla|Gráfica) A?\d+/.exec(texto)?.[0]
  const loNombrado = rotulo === undefined || pagina.renglones.some((renglon) => renglon.texto.startsWith(`${rotulo}.`))
  return loNombrado && (numero === null || numero === numeroDe(pagina))
}

/** The number printed on a page: the last word of its foot. */
const numeroDe = ({ renglones }: PaginaImpresa): string => renglones.at(-1)?.texto.split(/\s+/).at(-1) ?? ''

/** A rule of a page alone. */
export type Regla = (pagina: PaginaImpresa, medidas: Medidas) => readonly string[]

/** The rules of a page alone, by what must not be. */
export const REGLAS: Readonly<Record<string, Regla>> = {
  'nada sale de los márgenes': fueraDeLosMargenes,
  'ningún texto está sobre otro': encimados,
  'ningún título es lo último de una página': titulosAlPie,
  'ningún rótulo está lejos de su tabla o su gráfica': rotulosSueltos,
  'ningún encabezado de tabla está sin filas': encabezadosSolos,
  'las notas están en la página de su llamada': notasDeOtraPagina,
}

/** What breaks a rule on any page of a document, each with the number of its page in the file. The first is the cover, which has no margins. */
export const faltasDe = (paginas: readonly PaginaImpresa[], regla: Regla, medidas: Medidas): readonly string[] =>
  paginas.flatMap((pagina, i) =>
    i === 0 && regla === fueraDeLosMargenes ? [] : regla(pagina, medidas).map((falta) => `página ${i + 1}: ${falta}`),
  )
