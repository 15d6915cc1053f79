import { type Diccionario, Flujo, nombreDe, type PdfCrudo, Referencia, type Valor } from './objetos.js'

/** An element of the structure, with its role as the map of roles leaves it. */
export interface Elemento {
  /** As the file names it. */
  readonly tipo: string
  readonly papel: string
  readonly dic: Diccionario
  /** Every attribute, whoever owns it. */
  readonly atributos: Diccionario
  readonly padre: Elemento | null
  readonly hijos: readonly Hijo[]
}

/** A stretch of a page's content, or an object (an annotation), that an element holds. Pages and objects by their object number. */
export type Hijo =
  | { readonly clase: 'elemento'; readonly elemento: Elemento }
  | { readonly clase: 'marca'; readonly mcid: number; readonly pagina: number }
  | { readonly clase: 'objeto'; readonly objeto: number; readonly pagina: number }

export const hijosDe = ({ hijos }: Elemento): readonly Elemento[] =>
  hijos.flatMap((hijo) => (hijo.clase === 'elemento' ? [hijo.elemento] : []))

/** Those over an element, the nearest first. */
export const ancestros = ({ padre }: Elemento): readonly Elemento[] => (padre === null ? [] : [padre, ...ancestros(padre)])

/** Every element of the structure, in the order in which it is read. */
export function elementosDe(pdf: PdfCrudo): readonly Elemento[] {
  const raiz = pdf.dic(pdf.dic(pdf.trailer.get('Root')).get('StructTreeRoot'))
  const papeles = papelesDe(pdf)
  const todos: Elemento[] = []

  function leer(valor: Valor, padre: Elemento | null): Elemento {
    const dic = pdf.dic(valor)
    const tipo = nombreDe(pdf.de(dic.get('S')))
    const hijos: Hijo[] = []
    const elemento: Elemento = { tipo, papel: papeles(tipo), dic, atributos: atributosDe(pdf, dic), padre, hijos }
    todos.push(elemento)
    for (const hijo of pdf.lista(dic.get('K'))) hijos.push(leerHijo(hijo, elemento))
    return elemento
  }
  function leerHijo(valor: Valor, padre: Elemento): Hijo {
    const pagina = numeroDe(padre.dic.get('Pg'))
    if (typeof valor === 'number') return { clase: 'marca', mcid: valor, pagina }
    const dic = pdf.dic(valor)
    const suya = dic.has('Pg') ? numeroDe(dic.get('Pg')) : pagina
    const clase = nombreDe(dic.get('Type'))
    if (clase === 'MCR') return { clase: 'marca', mcid: Number(dic.get('MCID')), pagina: suya }
    if (clase === 'OBJR') return { clase: 'objeto', objeto: numeroDe(dic.get('Obj')), pagina: suya }
    return { clase: 'elemento', elemento: leer(valor, padre) }
  }

  for (const valor of pdf.lista(raiz.get('K'))) leer(valor, null)
  return todos
}

/** The role that a type stands for: followed through the map until it is mapped no more, or comes round again. */
function papelesDe(pdf: PdfCrudo): (tipo: string) => string {
  const mapa = mapaDePapeles(pdf)
  return (tipo) => {
    const pasos = [tipo]
    for (let otro = mapa.get(tipo); otro !== undefined && !pasos.includes(otro); otro = mapa.get(otro)) pasos.push(otro)
    return pasos.at(-1) ?? tipo
  }
}

/** What the file itself says that each type stands for. */
export function mapaDePapeles(pdf: PdfCrudo): ReadonlyMap<string, string> {
  const raiz = pdf.dic(pdf.dic(pdf.trailer.get('Root')).get('StructTreeRoot'))
  return new Map([...pdf.dic(raiz.get('RoleMap'))].map(([tipo, valor]) => [tipo, nombreDe(pdf.de(valor))]))
}

function atributosDe(pdf: PdfCrudo, dic: Diccionario): Diccionario {
  return new Map(pdf.lista(dic.get('A')).flatMap((valor) => [...pdf.dic(valor)]))
}

export const numeroDe = (valor: Valor | undefined): number => (valor instanceof Referencia ? valor.numero : -1)

/** What the parent tree says of each key: elements' object numbers, one a mark for a page, only one for an annotation. */
export function arbolDePadres(pdf: PdfCrudo): ReadonlyMap<number, readonly number[]> {
  const raiz = pdf.dic(pdf.dic(pdf.trailer.get('Root')).get('StructTreeRoot'))
  const padres = new Map<number, readonly number[]>()
  const leer = (nodo: Diccionario): void => {
    for (const hijo of pdf.lista(nodo.get('Kids'))) leer(pdf.dic(hijo))
    const pares = pdf.lista(nodo.get('Nums'))
    for (let i = 0; i + 1 < pares.length; i += 2) {
      const valor = pares[i + 1]
      const lista = valor instanceof Referencia && !Array.isArray(pdf.de(valor)) ? [valor] : pdf.lista(valor)
      padres.set(Number(pares[i]), lista.map(numeroDe))
    }
  }
  leer(pdf.dic(raiz.get('ParentTree')))
  return padres
}

/** A page: its object number, its dictionary, what is drawn on it, and its annotations. */
export interface Pagina {
  readonly objeto: number
  readonly dic: Diccionario
  readonly contenido: string
  readonly recursos: Diccionario
  readonly anotaciones: readonly { readonly objeto: number; readonly dic: Diccionario }[]
}

/** Every page, in order. */
export function paginasDe(pdf: PdfCrudo): readonly Pagina[] {
  const leer = (valor: Valor, heredados: Diccionario): readonly Pagina[] => {
    const dic = pdf.dic(valor)
    const recursos = dic.has('Resources') ? pdf.dic(dic.get('Resources')) : heredados
    if (dic.has('Kids')) return pdf.lista(dic.get('Kids')).flatMap((hijo) => leer(hijo, recursos))
    const partes = pdf.lista(dic.get('Contents')).map((parte) => pdf.de(parte))
    return [
      {
        objeto: numeroDe(valor),
        dic,
        recursos,
        contenido: partes.map((parte) => (parte instanceof Flujo ? parte.datos : '')).join('\n'),
        anotaciones: pdf.lista(dic.get('Annots')).map((anotacion) => ({ objeto: numeroDe(anotacion), dic: pdf.dic(anotacion) })),
      },
    ]
  }
  return pdf.lista(pdf.dic(pdf.dic(pdf.trailer.get('Root')).get('Pages')).get('Kids')).flatMap((hijo) => leer(hijo, new Map()))
}
