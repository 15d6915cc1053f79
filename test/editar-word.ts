/** A Word file edited as people edit it, through the XML of its body. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const CUERPO = 'word/document.xml'

/** The file with its body edited, or another part. Fails where the edit changes nothing. */
export function editado(docx: Uint8Array, editar: (xml: string) => string, parte = CUERPO): Uint8Array {
  const partes = unzipSync(docx)
  const antes = strFromU8(partes[parte] ?? new Uint8Array())
  const despues = editar(antes)
  if (despues === antes) throw new Error('La edición no cambió nada.')
  return zipSync({ ...partes, [parte]: strToU8(despues) }, { level: 1 })
}

export const escapado = (texto: string): string => texto.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Words written over others, in the first place where these stand within one run. */
export function sobre(antes: string, despues: string): (xml: string) => string {
  return (xml) => xml.replace(escapado(antes), () => escapado(despues))
}

export interface Palabras {
  readonly texto: string
  readonly negrilla?: boolean
  readonly cursiva?: boolean
}

/** A run, as Word writes it. */
export function corrida({ texto, negrilla = false, cursiva = false }: Palabras): string {
  const aspecto = `${negrilla ? '<w:b/>' : ''}${cursiva ? '<w:i/>' : ''}`
  return `<w:r>${aspecto === '' ? '' : `<w:rPr>${aspecto}</w:rPr>`}<w:t xml:space="preserve">${escapado(texto)}</w:t></w:r>`
}

/** A paragraph of a style. */
export function parrafo(texto: string, estilo = 'BodyText'): string {
  return `<w:p><w:pPr><w:pStyle w:val="${estilo}"/></w:pPr>${corrida({ texto })}</w:p>`
}

/** The bounds of the paragraph that holds some words. */
function limites(xml: string, palabras: string): readonly [number, number] {
  const en = xml.indexOf(escapado(palabras))
  if (en === -1) throw new Error(`No está «${palabras}».`)
  return [Math.max(xml.lastIndexOf('<w:p>', en), xml.lastIndexOf('<w:p ', en)), xml.indexOf('</w:p>', en) + '</w:p>'.length]
}

/** What is done with the whole paragraph that holds some words. */
export function enParrafo(palabras: string, hacer: (parrafo: string) => string): (xml: string) => string {
  return (xml) => {
    const [desde, hasta] = limites(xml, palabras)
    return xml.slice(0, desde) + hacer(xml.slice(desde, hasta)) + xml.slice(hasta)
  }
}

/** What is done with the text of a paragraph, its marks and properties left where they are: the first run says it all, the rest nothing. */
export function escribiendo(corridas: readonly Palabras[]): (parrafo: string) => string {
  return (xml) => {
    let primera = true
    return xml.replace(/<w:r>(?:(?!<\/w:r>).)*<\/w:r>/gsu, () => {
      const suyas = primera ? corridas.map(corrida).join('') : ''
      primera = false
      return suyas
    })
  }
}
