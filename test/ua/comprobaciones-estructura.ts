import type { Marca, Paso } from './contenido.js'
import { ancestros, type Elemento, hijosDe } from './estructura.js'
import { conIdiomaPropio, donde, type Expediente, marcaEn } from './expediente.js'
import { nombreDe, palabrasDe } from './objetos.js'

/** What a check finds wrong, each with its place. Empty where nothing is. */
export type Comprobacion = (expediente: Expediente) => readonly string[]

/** ISO 32000-1, tables 333 to 340. */
const NORMALES = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD
  THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(/\s+/),
)

const artefacto = (abiertas: readonly Marca[]): boolean => abiertas.some(({ nombre }) => nombre === 'Artifact')

const marcas =
  (fallan: (marca: Marca, abiertas: readonly Marca[]) => boolean) =>
  ({ paginas }: Expediente): readonly string[] =>
    paginas.flatMap(({ pasos }, i) =>
      pasos.flatMap((paso) =>
        paso.clase === 'abre' && fallan(paso.marca, paso.abiertas) ? [`página ${i + 1}, ${paso.marca.nombre}`] : [],
      ),
    )

const conPapel =
  (papeles: readonly string[], falla: (elemento: Elemento, expediente: Expediente) => boolean): Comprobacion =>
  (expediente) =>
    expediente.elementos.filter((e) => papeles.includes(e.papel) && falla(e, expediente)).map(donde)

/** The roles within an element; a stretch of content stands as «texto». */
const contenidoDe = ({ hijos }: Elemento): readonly string[] =>
  hijos.map((hijo) => (hijo.clase === 'elemento' ? hijo.elemento.papel : 'texto'))

const soloTiene = (elemento: Elemento, admitidos: readonly string[]): boolean =>
  contenidoDe(elemento).every((papel) => admitidos.includes(papel))
const dentroDe = ({ padre }: Elemento, admitidos: readonly string[]): boolean => padre !== null && admitidos.includes(padre.papel)

/** Caption first or last, and then the rows: all in groups, or none. */
function tablaMalHecha(tabla: Elemento): boolean {
  const papeles = contenidoDe(tabla)
  const rotulos = papeles.filter((p) => p === 'Caption').length
  const enSuLugar = rotulos === 0 || (rotulos === 1 && (papeles[0] === 'Caption' || papeles.at(-1) === 'Caption'))
  const filas = papeles.filter((p) => p !== 'Caption').join(' ')
  return !enSuLugar || !/^(TR( TR)*|(THead )?TBody( TBody)*( TFoot)?)$/.test(filas)
}

/** Children that each role may have, by the table of ISO 32000-1 that the condition names. */
const gramatica = {
  tabla: [
    conPapel(['Table'], tablaMalHecha),
    conPapel(['THead', 'TBody', 'TFoot'], (e) => !soloTiene(e, ['TR']) || !dentroDe(e, ['Table'])),
    conPapel(['TR'], (e) => !soloTiene(e, ['TH', 'TD']) || !dentroDe(e, ['Table', 'THead', 'TBody', 'TFoot'])),
    conPapel(['TH', 'TD'], (e) => !dentroDe(e, ['TR'])),
  ],
  lista: [
    conPapel(['L'], (e) => !soloTiene(e, ['LI', 'L', 'Caption']) || contenidoDe(e).lastIndexOf('Caption') > 0),
    conPapel(['LI'], (e) => !soloTiene(e, ['Lbl', 'LBody']) || !dentroDe(e, ['L'])),
    conPapel(['LBody'], (e) => !dentroDe(e, ['LI'])),
  ],
  indice: [
    conPapel(['TOC'], (e) => !soloTiene(e, ['TOC', 'TOCI', 'Caption']) || contenidoDe(e).lastIndexOf('Caption') > 0),
    conPapel(['TOCI'], (e) => !soloTiene(e, ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC']) || !dentroDe(e, ['TOC'])),
  ],
}

const todas =
  (...partes: readonly Comprobacion[]): Comprobacion =>
  (expediente) =>
    partes.flatMap((parte) => parte(expediente))

/** Levels of the numbered headings, in order. */
const niveles = ({ elementos }: Expediente): readonly number[] =>
  elementos.flatMap(({ papel }) => (/^H\d+$/.test(papel) ? [Number(papel.slice(1))] : []))

const sinIdioma =
  (hay: (expediente: Expediente) => readonly string[]): Comprobacion =>
  (expediente) =>
    /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(expediente.idioma) ? [] : hay(expediente)

const ordenadas = new Set(['Decimal', 'UpperRoman', 'LowerRoman', 'UpperAlpha', 'LowerAlpha'])
/** A list is ordered if its labels are numbers or letters: a disc is no text. */
const esOrdenada = (lista: Elemento): boolean => hijosDe(lista).some((li) => contenidoDe(li).includes('Lbl'))

/** Checks of what is real content, what it is called, in what order and in what language. */
export const deEstructura: Readonly<Record<string, Comprobacion>> = {
  '01-003': marcas(({ nombre }, abiertas) => nombre === 'Artifact' && abiertas.some(({ mcid }) => mcid !== null)),
  '01-004': marcas(({ mcid }, abiertas) => mcid !== null && artefacto(abiertas)),
  '01-005': ({ paginas, deLaMarca }) =>
    paginas.flatMap(({ pasos, objeto }, i) =>
      pasos.flatMap((paso) => {
        const contada = paso.abiertas.some(({ mcid }) => mcid !== null && deLaMarca.has(marcaEn(objeto, mcid)))
        return paso.clase === 'abre' || contada || artefacto(paso.abiertas) ? [] : [`página ${i + 1}, ${paso.clase}`]
      }),
    ),
  '01-007': ({ pdf, catalogo }) => (pdf.dic(catalogo.get('MarkInfo')).get('Suspects') === true ? ['MarkInfo'] : []),
  '02-001': ({ elementos }) => elementos.filter(({ papel }) => !NORMALES.has(papel)).map(donde),
  '02-003': ({ papeles }) => [...papeles.keys()].filter((tipo) => daVueltas(papeles, tipo)),
  '02-004': ({ papeles }) => [...papeles.keys()].filter((tipo) => NORMALES.has(tipo)),
  '09-004': todas(...gramatica.tabla),
  '09-005': todas(...gramatica.lista),
  '09-006': todas(...gramatica.indice),
  '11-001': sinIdioma(({ elementos }) =>
    elementos.filter((e) => e.hijos.some(({ clase }) => clase === 'marca') && !conIdiomaPropio(e)).map(donde),
  ),
  '11-002': sinIdioma(({ elementos }) =>
    elementos.filter((e) => ['Alt', 'ActualText', 'E'].some((clave) => e.dic.has(clave)) && !conIdiomaPropio(e)).map(donde),
  ),
  '11-003': sinIdioma(({ catalogo }) => (catalogo.has('Outlines') ? ['marcadores'] : [])),
  '11-004': sinIdioma(({ paginas, delObjeto }) =>
    paginas.flatMap(({ anotaciones }, i) =>
      anotaciones.flatMap(({ objeto, dic }) => {
        const elemento = delObjeto.get(objeto)
        return dic.has('Contents') && (elemento === undefined || !conIdiomaPropio(elemento)) ? [`página ${i + 1}`] : []
      }),
    ),
  ),
  '11-006': sinIdioma(({ xmp }) => (xmp?.includes('<dc:title>') ? ['dc:title'] : [])),
  '13-004': conPapel(['Figure'], ({ dic }, { pdf }) => ['Alt', 'ActualText'].every((clave) => palabrasDe(pdf.de(dic.get(clave))) === '')),
  '14-002': (expediente) => ((niveles(expediente)[0] ?? 1) > 1 ? ['el primer título no es H1'] : []),
  '14-003': (expediente) =>
    niveles(expediente).flatMap((nivel, i, todos) =>
      i > 0 && nivel > (todos[i - 1] ?? 0) + 1 ? [`H${todos[i - 1]} y luego H${nivel}`] : [],
    ),
  '14-006': ({ elementos }) => elementos.filter((e) => contenidoDe(e).filter((papel) => papel === 'H').length > 1).map(donde),
  '14-007': ({ elementos }) => {
    const usados = new Set(elementos.map(({ papel }) => papel.replace(/\d+$/, '#')))
    return usados.has('H') && usados.has('H#') ? ['H y H#'] : []
  },
  '15-003': conPapel(['TH'], (th, { pdf }) => {
    const tabla = ancestros(th).find(({ papel }) => papel === 'Table')
    const porEncabezados = tabla !== undefined && celdasDe(tabla).some(({ atributos }) => atributos.has('Headers'))
    return !porEncabezados && !['Row', 'Column', 'Both'].includes(nombreDe(pdf.de(th.atributos.get('Scope'))))
  }),
  '16-001': conPapel(['L'], (lista) => esOrdenada(lista) && !lista.atributos.has('ListNumbering')),
  '16-002': conPapel(['L'], (lista, { pdf }) => {
    const numeracion = nombreDe(pdf.de(lista.atributos.get('ListNumbering')))
    return esOrdenada(lista) && numeracion !== '' && !ordenadas.has(numeracion)
  }),
  '18-001': ({ paginas, pdf }) =>
    paginas.flatMap(({ pasos }, i) => {
      const tipos = artefactosConTexto(pasos).map(({ propiedades }) => nombreDe(pdf.de(propiedades.get('Type'))))
      return tipos.length > 0 && !tipos.includes('Pagination') ? [`página ${i + 1}`] : []
    }),
  '18-002': ({ paginas, pdf }) =>
    paginas.flatMap(({ pasos }, i) =>
      artefactosConTexto(pasos).flatMap(({ propiedades }) => {
        const [tipo, clase] = ['Type', 'Subtype'].map((clave) => nombreDe(pdf.de(propiedades.get(clave))))
        return tipo === 'Pagination' && !DE_PAGINA.has(clase ?? '') ? [`página ${i + 1}`] : []
      }),
    ),
  // a note is called from a reference in the text: those of the indices, and those that lead back from a note, are no calls
  '19-002': ({ elementos }) => {
    const notas = elementos.filter(({ papel }) => papel === 'Note').length
    const llamadas = elementos.filter(
      (e) => e.papel === 'Reference' && ancestros(e).every(({ papel }) => papel !== 'TOCI' && papel !== 'Note'),
    )
    return llamadas.length < notas ? [`${notas} notas y ${llamadas.length} referencias`] : []
  },
  '19-003': conPapel(['Note'], ({ dic }, { pdf }) => palabrasDe(pdf.de(dic.get('ID'))) === ''),
  '19-004': ({ elementos, pdf }) => {
    const ids = elementos.flatMap((e) => (e.papel === 'Note' ? [palabrasDe(pdf.de(e.dic.get('ID')))] : [])).filter((id) => id !== '')
    return ids.filter((id, i) => ids.indexOf(id) !== i)
  },
}

const DE_PAGINA = new Set(['Header', 'Footer', 'Watermark'])
const artefactosConTexto = (pasos: readonly Paso[]): readonly Marca[] =>
  pasos.flatMap((paso) => (paso.clase === 'texto' ? paso.abiertas.filter(({ nombre }) => nombre === 'Artifact') : []))

const celdasDe = (tabla: Elemento): readonly Elemento[] => hijosDe(tabla).flatMap((e) => (/^T[HD]$/.test(e.papel) ? [e] : celdasDe(e)))

function daVueltas(papeles: ReadonlyMap<string, string>, tipo: string): boolean {
  const pasos = new Set<string>()
  for (let otro: string | undefined = tipo; otro !== undefined; otro = papeles.get(otro)) {
    if (pasos.has(otro)) return true
    pasos.add(otro)
  }
  return false
}

/** What tagged PDF itself asks (ISO 14289-1, 7.1, and ISO 32000-1, 14.7) and the protocol counts under no condition of its own. */
export const fueraDelProtocolo: Readonly<Record<string, Comprobacion>> = {
  'UA1:7.1': ({ pdf, catalogo }) => (pdf.dic(catalogo.get('MarkInfo')).get('Marked') === true ? [] : ['MarkInfo']),
  'ISO32000:14.7.4.4': ({ pdf, paginas, padres, deLaMarca }) =>
    paginas.flatMap(({ objeto, dic, pasos }, i) => {
      const lista = padres.get(Number(dic.get('StructParents'))) ?? []
      return pasos.flatMap((paso) => {
        if (paso.clase !== 'abre' || paso.marca.mcid === null) return []
        const elemento = deLaMarca.get(marcaEn(objeto, paso.marca.mcid))
        const padre = pdf.dic(pdf.objetos.get(lista[paso.marca.mcid] ?? -1))
        return elemento !== undefined && padre === elemento.dic ? [] : [`página ${i + 1}, marca ${paso.marca.mcid}`]
      })
    }),
  'ISO32000:14.7.4.3': ({ elementos, paginas }) => {
    const paginaDe = new Map(paginas.flatMap(({ objeto, anotaciones }) => anotaciones.map((a) => [a.objeto, objeto] as const)))
    return elementos.flatMap((e) =>
      e.hijos.flatMap((h) => (h.clase === 'objeto' && paginaDe.get(h.objeto) !== h.pagina ? [`${donde(e)}, objeto ${h.objeto}`] : [])),
    )
  },
  'ISO32000:14.8.5.4.3': conPapel(['Figure'], ({ atributos }, { pdf }) => pdf.lista(atributos.get('BBox')).length !== 4),
}
