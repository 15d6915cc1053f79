import { type Paso, pasosDe } from './contenido.js'
import { ancestros, arbolDePadres, type Elemento, elementosDe, mapaDePapeles, type Pagina, paginasDe } from './estructura.js'
import { type FuenteUsada, fuentesUsadas } from './fuentes.js'
import { type Diccionario, Flujo, leerObjetos, type PdfCrudo, palabrasDe } from './objetos.js'

/** A PDF with all that the checks ask about, read once. */
export interface Expediente {
  readonly pdf: PdfCrudo
  readonly catalogo: Diccionario
  readonly paginas: readonly (Pagina & { readonly pasos: readonly Paso[] })[]
  readonly elementos: readonly Elemento[]
  readonly padres: ReadonlyMap<number, readonly number[]>
  readonly papeles: ReadonlyMap<string, string>
  readonly fuentes: readonly FuenteUsada[]
  /** The XMP packet; null where there is none. */
  readonly xmp: string | null
  /** Language of the whole document; empty where it says none. */
  readonly idioma: string
  /** The element that holds an annotation, by the annotation's object number. */
  readonly delObjeto: ReadonlyMap<number, Elemento>
  /** The element that holds a mark of a page, by `marcaEn(page, mcid)`. */
  readonly deLaMarca: ReadonlyMap<string, Elemento>
}

export const marcaEn = (pagina: number, mcid: number): string => `${pagina}/${mcid}`

export function abrirExpediente(bytes: Uint8Array): Expediente {
  const pdf = leerObjetos(bytes)
  const catalogo = pdf.dic(pdf.trailer.get('Root'))
  const paginas = paginasDe(pdf)
  const elementos = elementosDe(pdf)
  const xmp = pdf.de(catalogo.get('Metadata'))
  return {
    pdf,
    catalogo,
    paginas: paginas.map((pagina) => ({ ...pagina, pasos: pasosDe(pagina.contenido, propiedadesDe(pdf, pagina)) })),
    elementos,
    padres: arbolDePadres(pdf),
    papeles: mapaDePapeles(pdf),
    fuentes: fuentesUsadas(pdf, paginas),
    xmp: xmp instanceof Flujo ? Buffer.from(xmp.datos, 'latin1').toString('utf8') : null,
    idioma: palabrasDe(pdf.de(catalogo.get('Lang'))),
    delObjeto: new Map(elementos.flatMap((e) => e.hijos.flatMap((h) => (h.clase === 'objeto' ? [[h.objeto, e] as const] : [])))),
    deLaMarca: new Map(
      elementos.flatMap((e) => e.hijos.flatMap((h) => (h.clase === 'marca' ? [[marcaEn(h.pagina, h.mcid), e] as const] : []))),
    ),
  }
}

function propiedadesDe(pdf: PdfCrudo, { recursos }: Pagina): (nombre: string) => Diccionario {
  const propiedades = pdf.dic(recursos.get('Properties'))
  return (nombre) => pdf.dic(propiedades.get(nombre))
}

/** Whether an element or one over it says its language. */
export const conIdiomaPropio = (elemento: Elemento): boolean => [elemento, ...ancestros(elemento)].some(({ dic }) => dic.has('Lang'))

/** How a fault names the place of an element: its types, from the root. */
export const donde = (elemento: Elemento): string =>
  [elemento, ...ancestros(elemento)]
    .map(({ tipo }) => tipo)
    .reverse()
    .join('>')
