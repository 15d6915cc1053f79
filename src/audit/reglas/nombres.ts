/** Names of sectors and acronyms that are written in two ways. */
import { distance } from 'fastest-levenshtein'
import { normalizarNombre } from '../../model/index.js'
import type { Hechos } from '../hechos.js'
import { type Leido, type OracionLeida, type Reparo, reparo } from '../leido.js'
import { plano } from '../lengua/palabras.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

/** Of a name of so many letters, one may be mistaken. */
const LETRAS_POR_FALTA = 12

const revisarSectores = porOracion((oracion, hechos) =>
  [
    ...oracion.texto.matchAll(
      /[Ss]ector (?:de )?(?<n>\p{Lu}[\p{L}]+(?:(?:,? y |,? e |, | de | del | para )?\p{Lu}[\p{L}]+|(?:,? y |,? e )\p{Lu}[\p{L}]+)*)/dgu,
    ),
  ].flatMap((hallado) => {
    const [desde = 0] = hallado.indices?.groups?.n ?? []
    const nombre = nombreCercano(oracion.texto.slice(desde), hechos)
    if (nombre === null) return []
    const { escrito, debido } = nombre
    const explicacion = `El sector se llama «${debido}».`
    return [reparo(oracion, { desde, hasta: desde + escrito.length }, { esperado: debido, explicacion })]
  }),
)

/** The name of a sector that nearly is the one with which a text begins; null where it begins with a right one, or with none. */
function nombreCercano(texto: string, hechos: Hechos): { readonly escrito: string; readonly debido: string } | null {
  const nombres = [...hechos.sectores.values()].map(({ nombre }) => nombre)
  const llano = normalizarNombre(texto)
  if (nombres.some((nombre) => llano.startsWith(normalizarNombre(nombre)))) return null
  const posibles = nombres.flatMap((debido) => {
    const palabras = debido.split(' ').length
    const escrito = (new RegExp(`^\\S+(?: \\S+){${palabras - 1}}`, 'u').exec(texto)?.[0] ?? '').replace(/[.,;:)]+$/u, '')
    const faltas = distance(normalizarNombre(escrito), normalizarNombre(debido))
    return escrito !== '' && faltas > 0 && faltas <= Math.max(1, Math.floor(debido.length / LETRAS_POR_FALTA))
      ? [{ escrito, debido, faltas }]
      : []
  })
  return posibles.toSorted((a, b) => a.faltas - b.faltas)[0] ?? null
}

/** Acronyms that everybody knows, and words that are written as if they were. */
const SABIDAS = new Set('VIH SIDA ITS ONU ONG TIC PDF DC PIB IVA COVID CONPES'.split(' '))

interface Uso {
  readonly sigla: string
  readonly oracion: OracionLeida
  readonly desde: number
  readonly desarrolla: boolean
}

function usos({ oraciones }: Leido): readonly Uso[] {
  return oraciones.flatMap((oracion) => {
    // A sentence in capitals has no acronyms to be told.
    if (oracion.texto === oracion.texto.toUpperCase()) return []
    return [...oracion.texto.matchAll(/(?<![\p{L}\d.-])(?<sigla>\p{Lu}{3,6})(?![\p{L}\d-]|\.\p{L})/gu)].flatMap(
      ({ index, groups, 0: { length } }) => {
        const sigla = groups?.sigla ?? ''
        // «Universidad ECCI» is a name.
        const esNombre = /\p{Lu}\p{Ll}{3,} $/u.test(oracion.texto.slice(0, index))
        if (SABIDAS.has(sigla) || esNombre || /^[IVXLC]+$/u.test(sigla)) return []
        const entre = oracion.texto.slice(0, index).endsWith('(') || /^\s*\((?:\p{L}+ ){2}/u.test(oracion.texto.slice(index + length))
        return [{ sigla, oracion, desde: index, desarrolla: entre || dicePorExtenso(oracion.texto, sigla) }]
      },
    )
  })
}

/** The words whose initials it is stand in the same sentence. */
function dicePorExtenso(texto: string, sigla: string): boolean {
  const iniciales = [...texto.matchAll(/(?<!\p{L})\p{Lu}\p{Ll}+/gu)].map(([palabra]) => plano(palabra).charAt(0)).join('')
  return iniciales.includes(sigla.toLowerCase())
}

/** Acronyms that the workbook itself has where names are: nobody need expand them again. */
function conocidas({ report: { libro } }: Hechos): ReadonlySet<string> {
  const { politica, productos, sectores, objetivos } = libro
  const nombres = [
    politica.sigla,
    politica.siglaEntidad,
    politica.nombre,
    politica.documento,
    ...productos.flatMap(({ nombre, entidad, indicador }) => [nombre, entidad ?? '', indicador ?? '']),
    ...sectores.map(({ nombre }) => nombre),
    ...objetivos.map(({ enunciado }) => enunciado),
  ]
  return new Set(nombres.flatMap((nombre) => nombre.match(/\p{Lu}{2,8}/gu) ?? []))
}

/** Letters of the policy's own acronym in another order, or one of them changed. */
function sinDesarrollar(leido: Leido, hechos: Hechos): readonly Reparo[] {
  const todos = usos(leido)
  const sabidas = conocidas(hechos)
  const dichas = new Map<string, number>()
  for (const [i, { sigla, desarrolla }] of todos.entries()) if (desarrolla && !dichas.has(sigla)) dichas.set(sigla, i)
  const primeras = new Map<string, Uso>()
  for (const uso of todos) if (!sabidas.has(uso.sigla) && !primeras.has(uso.sigla)) primeras.set(uso.sigla, uso)
  return [...primeras.values()].flatMap(({ sigla, oracion, desde, desarrolla }) => {
    const tramo = { desde, hasta: desde + sigla.length }
    const { siglaEntidad, sigla: politica } = hechos.report.libro.politica
    const debida = [politica, siglaEntidad].find((otra) => otra !== sigla && letras(otra) === letras(sigla))
    if (debida !== undefined) return [reparo(oracion, tramo, { esperado: debida, explicacion: `La sigla es ${debida}.` })]
    if (desarrolla) return []
    const tarde = dichas.has(sigla)
    const explicacion = tarde ? 'La sigla se usa antes de decir qué quiere decir.' : 'En ninguna parte se dice qué quiere decir esa sigla.'
    return [reparo(oracion, tramo, { esperado: '', explicacion })]
  })
}

const letras = (sigla: string) => [...sigla.toUpperCase()].sort().join('')

export const REGLAS_DE_NOMBRES: readonly ReglaDeProsa[] = [
  {
    id: 'nombre-de-sector',
    severidad: 'estilo',
    que: 'El nombre de un sector escrito de otra manera.',
    debe: { texto: 'La mesa fue convocada por el sector Abastecimiento, Mercado y Alimentación.' },
    no: { texto: 'El producto es del sector Abastecimiento, Mercados y Alimentación.' },
    revisar: revisarSectores,
  },
  {
    id: 'sigla',
    severidad: 'estilo',
    que: 'Una sigla que nunca se desarrolla, que se usa antes de desarrollarla o que lleva letras cambiadas de lugar.',
    debe: { producto: '1.1.1', texto: 'El ICTV facilitó los terrenos para el riego.' },
    no: { texto: 'El Instituto de Fomento Agrícola (IFA) prestó sus viveros, y el IFA mismo los administra.' },
    revisar: sinDesarrollar,
  },
]
