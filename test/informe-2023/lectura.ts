import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type Nodo, textosMarcados } from './leer-pdf.js'

/** What a screen reader reads of a tagged PDF, in its order: the words of the body, and those of the footnotes without their numbers. */
export interface Lectura {
  readonly cuerpo: readonly string[]
  readonly notas: readonly string[]
}

/** An element with its text and those inside it, in order. */
interface Parte {
  readonly papel: string
  readonly dentro: readonly (Parte | string)[]
}

/** Each word and each sign. */
export const palabrasEnOrden = (textos: readonly string[]): readonly string[] =>
  textos.join(' ').match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []

const textosDe = ({ dentro }: Parte): readonly string[] => dentro.flatMap((p) => (typeof p === 'string' ? [p] : textosDe(p)))

/** An entry of an index without the number of its page, and a note without its own. */
function lecturaDe(raices: readonly Parte[]): Lectura {
  const [cuerpo, notas]: [string[], string[]] = [[], []]
  const leer = (parte: Parte): void => {
    if (parte.papel === 'Note')
      notas.push(...parte.dentro.flatMap((p) => (typeof p === 'string' ? [p] : p.papel === 'P' ? textosDe(p) : [])))
    else if (parte.papel === 'TOCI')
      cuerpo.push(
        ...textosDe(parte)
          .filter((texto) => texto.trim() !== '')
          .slice(0, -1),
      )
    else for (const p of parte.dentro) typeof p === 'string' ? cuerpo.push(p) : leer(p)
  }
  raices.forEach(leer)
  return { cuerpo: palabrasEnOrden(cuerpo), notas: palabrasEnOrden(notas) }
}

/** As pdf.js reads it, page by page. */
export async function lecturaConPdfJs(bytes: Uint8Array): Promise<Lectura> {
  const pdf = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise
  const raices: Parte[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const pagina = await pdf.getPage(n)
    const textos = await textosMarcados(pagina)
    const parte = ({ role = '', children = [] }: Nodo): Parte => ({
      papel: role,
      dentro: children.map((hijo) => (hijo.type === 'content' ? (textos.get(hijo.id ?? '') ?? '') : parte(hijo))),
    })
    raices.push(parte((await pagina.getStructTree()) as Nodo))
  }
  await pdf.destroy()
  return lecturaDe(raices)
}

const RENGLON = /^( *)(?:"(.*)"|(\w+)(?: <.*?>)?(?: ".*")?(?: \((?:block|inline)\))?:?.*)$/

/** As poppler reads it: the tree that `pdfinfo -struct-text` prints, an element or a text a line, set in by its depth. */
export function lecturaConPoppler(impreso: string): Lectura {
  const raiz = { papel: '', dentro: [] as (Parte | string)[] }
  const abiertas: { readonly sangria: number; readonly dentro: (Parte | string)[] }[] = [{ sangria: -1, dentro: raiz.dentro }]
  for (const renglon of impreso.split('\n')) {
    const [, blancos = '', texto, papel = ''] = RENGLON.exec(renglon) ?? []
    while ((abiertas.at(-1)?.sangria ?? -1) >= blancos.length) abiertas.pop()
    const dentro = abiertas.at(-1)?.dentro ?? raiz.dentro
    if (texto !== undefined) dentro.push(texto)
    else if (papel !== '' && papel !== 'Object') {
      const parte = { papel, dentro: [] }
      dentro.push(parte)
      abiertas.push({ sangria: blancos.length, dentro: parte.dentro })
    }
  }
  return lecturaDe([raiz])
}
