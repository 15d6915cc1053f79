import type { Comprobacion } from './comprobaciones-estructura.js'
import { ancestros } from './estructura.js'
import { donde, type Expediente } from './expediente.js'
import { anchosDeclarados, type FuenteUsada } from './fuentes.js'
import { type Diccionario, esNombre, Flujo, palabrasDe } from './objetos.js'

type Anotacion = Expediente['paginas'][number]['anotaciones'][number]

const anotaciones =
  (falla: (anotacion: Anotacion, expediente: Expediente) => boolean): Comprobacion =>
  (expediente) =>
    expediente.paginas.flatMap((pagina, i) =>
      pagina.anotaciones.flatMap((a) => (falla(a, expediente) ? [`página ${i + 1}, objeto ${a.objeto}`] : [])),
    )

const paginasConAnotaciones =
  (falla: (pagina: Diccionario) => boolean): Comprobacion =>
  ({ paginas }) =>
    paginas.flatMap(({ dic, anotaciones: suyas }, i) => (suyas.length > 0 && falla(dic) ? [`página ${i + 1}`] : []))

const fuentes =
  (falla: (fuente: FuenteUsada, expediente: Expediente) => boolean): Comprobacion =>
  (expediente) =>
    expediente.fuentes.filter((fuente) => falla(fuente, expediente)).map(({ nombre }) => nombre)

const codigos =
  (falla: (codigo: number, fuente: FuenteUsada, expediente: Expediente) => boolean): Comprobacion =>
  (expediente) =>
    expediente.fuentes.flatMap((fuente) =>
      [...fuente.codigos].filter((codigo) => falla(codigo, fuente, expediente)).map((codigo) => `${fuente.nombre}, carácter ${codigo}`),
    )

const textos =
  (malos: readonly string[]): Comprobacion =>
  ({ fuentes: todas }) =>
    todas.flatMap(({ nombre, aUnicode }) =>
      [...(aUnicode ?? [])]
        .filter(([, texto]) => malos.some((malo) => texto.includes(malo)))
        .map(([codigo]) => `${nombre}, carácter ${codigo}`),
    )

/** A difference between the width declared and that of the program that is more than rounding. */
const HOLGURA = 1

const esEnlace = ({ dic }: Anotacion): boolean => esNombre(dic.get('Subtype'), 'Link')

/** Checks of what the file says of itself: its metadata, its catalogue, its annotations, its attachments and its fonts. */
export const delArchivo: Readonly<Record<string, Comprobacion>> = {
  '06-001': ({ xmp }) => (xmp === null ? ['catálogo'] : []),
  '06-002': ({ xmp }) => (/pdfuaid:part(="1"|>1<)/.test(xmp ?? '') ? [] : ['XMP']),
  '06-003': ({ xmp }) => (/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]*\S[^<]*<\/rdf:li>/.test(xmp ?? '') ? [] : ['XMP']),
  '07-001': ({ pdf, catalogo }) => (pdf.dic(catalogo.get('ViewerPreferences')).has('DisplayDocTitle') ? [] : ['ViewerPreferences']),
  '07-002': ({ pdf, catalogo }) =>
    pdf.de(pdf.dic(catalogo.get('ViewerPreferences')).get('DisplayDocTitle')) === false ? ['ViewerPreferences'] : [],
  '10-001': codigos((codigo, { aUnicode }) => (aUnicode?.get(codigo) ?? '') === ''),
  '21-001': ({ pdf }) =>
    [...pdf.objetos].flatMap(([numero, objeto]) => {
      const dic = objeto instanceof Map ? objeto : null
      return dic?.has('EF') && !(dic.has('F') && dic.has('UF')) ? [`objeto ${numero}`] : []
    }),
  '28-004': anotaciones(
    ({ objeto, dic }, { pdf, delObjeto }) =>
      palabrasDe(pdf.de(dic.get('Contents'))) === '' && palabrasDe(pdf.de(delObjeto.get(objeto)?.dic.get('Alt'))) === '',
  ),
  '28-008': paginasConAnotaciones((dic) => !dic.has('Tabs')),
  '28-009': paginasConAnotaciones((dic) => dic.has('Tabs') && !esNombre(dic.get('Tabs'), 'S')),
  '28-011': anotaciones((anotacion, { pdf, delObjeto, padres }) => {
    const elemento = delObjeto.get(anotacion.objeto)
    if (!esEnlace(anotacion)) return false
    const padre = pdf.dic(pdf.objetos.get(padres.get(Number(anotacion.dic.get('StructParent')))?.[0] ?? -1))
    return elemento === undefined || padre !== elemento.dic || ![elemento, ...ancestros(elemento)].some(({ papel }) => papel === 'Link')
  }),
  '28-012': anotaciones((anotacion, { pdf }) => esEnlace(anotacion) && palabrasDe(pdf.de(anotacion.dic.get('Contents'))) === ''),
  '31-004': fuentes(({ descendiente }, { pdf }) => {
    const mapa = pdf.de(descendiente.get('CIDToGIDMap'))
    return mapa !== null && !(mapa instanceof Flujo) && !esNombre(mapa, 'Identity')
  }),
  '31-005': fuentes(({ descendiente }) => !descendiente.has('CIDToGIDMap')),
  '31-009': fuentes(({ programa }) => programa === null),
  '31-011': codigos((codigo, { programa }) => programa !== null && codigo >= programa.letras),
  '31-016': codigos((codigo, fuente, { pdf }) => {
    const ancho = fuente.programa?.ancho(codigo) ?? null
    return ancho !== null && Math.abs(anchosDeclarados(pdf, fuente)(codigo) - ancho) > HOLGURA
  }),
  '31-027': fuentes(({ aUnicode }) => aUnicode === null),
  '31-028': textos(['\0']),
  '31-029': textos(['\uFEFF', '\uFFFE']),
  '31-030': codigos((codigo) => codigo === 0),
}

const acciones = ({ pdf }: Expediente): readonly Diccionario[] =>
  [...pdf.objetos.values()].flatMap((objeto) => (objeto instanceof Map && objeto.has('S') && esAccion(objeto) ? [objeto] : []))
const esAccion = (dic: Diccionario): boolean =>
  esNombre(dic.get('Type'), 'Action') || ['D', 'URI', 'JS', 'F'].some((clave) => dic.has(clave))
const ADMITIDAS = ['GoTo', 'URI']

/**
 * What our documents never have, and what the conditions that don't apply rest upon: each gives the places where it is found after all.
 */
export const ausencias: Readonly<Record<string, Comprobacion>> = {
  'mapa de papeles': ({ papeles }) => [...papeles.keys()],
  'ruby, warichu y fórmulas': ({ elementos }) =>
    elementos.filter(({ papel }) => /^(Ruby|RB|RT|RP|Warichu|WT|WP|Formula)$/.test(papel)).map(donde),
  'acciones que no llevan a un lugar o a una dirección': (expediente) =>
    acciones(expediente)
      .filter((dic) => !ADMITIDAS.some((nombre) => esNombre(dic.get('S'), nombre)) || dic.get('IsMap') === true)
      .map((dic) => JSON.stringify([...dic.keys()])),
  'anotaciones que no son enlaces': anotaciones((anotacion) => !esEnlace(anotacion)),
  formularios: ({ catalogo }) => (catalogo.has('AcroForm') ? ['AcroForm'] : []),
  'contenido opcional': ({ catalogo }) => (catalogo.has('OCProperties') ? ['OCProperties'] : []),
  cifrado: ({ pdf }) => (pdf.trailer.has('Encrypt') ? ['Encrypt'] : []),
  'artículos enlazados': ({ catalogo }) => (catalogo.has('Threads') ? ['Threads'] : []),
  'dibujos reutilizados': ({ pdf }) =>
    [...pdf.objetos].flatMap(([n, o]) => (o instanceof Flujo && esNombre(o.dic.get('Subtype'), 'Form') ? [`objeto ${n}`] : [])),
  'fuentes de otra clase': fuentes(
    ({ dic, descendiente }, { pdf }) =>
      !esNombre(dic.get('Subtype'), 'Type0') ||
      !esNombre(dic.get('Encoding'), 'Identity-H') ||
      !esNombre(descendiente.get('Subtype'), 'CIDFontType2') ||
      pdf.dic(descendiente.get('FontDescriptor')).has('CIDSet'),
  ),
}
