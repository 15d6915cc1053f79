/** Every printed figure of tables 1 to 23 of the published report against the cells of the tables in the Word file and in the PDF. */
import { beforeAll, describe, expect, test } from 'vitest'
import { tablasPorNumero } from './informe-2023/bloques.js'
import { informeLeido } from './informe-2023/generado.js'
import { referencia } from './informe-2023/referencia.js'

/** A printed cell: where it stands (`fila`: row number, or code of the product), its exact text and its line in the source. */
interface Impreso {
  readonly tabla: string
  readonly fila: string
  readonly columna: string
  readonly impreso: string
  readonly linea: string
}

/** How the report sets what the published one sets otherwise, where only typography differs. Anything else is an exception. */
const TIPOGRAFIA: readonly { readonly regla: string; readonly de: RegExp; readonly a: (texto: string) => string }[] = [
  { regla: 'los nombres no llevan punto final', de: /\.$/, a: () => '' },
  { regla: 'una celda sin cifra lleva raya, no guion', de: /^-$/, a: () => '–' },
  { regla: 'entre las partes de un nombre va raya, no guion', de: / - /g, a: () => ' – ' },
  { regla: 'el signo % va separado', de: /(?<=\d)%/g, a: () => ' %' },
  { regla: 'los miles llevan punto', de: /^\d{5,}$/, a: (cifra) => Number(cifra).toLocaleString('es-CO') },
  { regla: 'el día va sin cero a la izquierda', de: /^0(?=\d de )/, a: () => '' },
  { regla: 'los totales dicen «Total»', de: /^TOTAL( GENERAL| PARTICIPANTES)?$/, a: () => 'Total' },
  { regla: 'un producto cumplido dice «Cumplido en»', de: /^Producto cumplido (en )?/i, a: () => 'Cumplido en ' },
  { regla: '«Casa de Todas» lleva su preposición en minúscula', de: /Casa De Todas/, a: () => 'Casa de Todas' },
  { regla: '«itinerante» va en minúscula', de: /servicios Itinerante/, a: () => 'servicios itinerante' },
  { regla: 'un punto separa la mesa de su jornada', de: /interinstitucional Jornada/, a: () => 'interinstitucional. Jornada' },
]
const comoElInforme = (impreso: string): string => TIPOGRAFIA.reduce((texto, { de, a }) => texto.replace(de, a), impreso)

/** The mark of a backlog, which the published report draws as a red arrow. Where it stands has a test of its own. */
const sinMarca = (celda: string): string => celda.replace(/^▼ /, '')

const primeras = referencia('tablas-1-a-9.csv', 'tabla', 'fila', 'columna', 'impreso', 'linea')
const cumplimiento = referencia(
  'impreso-tablas-10-a-23.csv',
  ...(['tabla', 'linea', 'codigo', 'meta_acumulada', 'logro_acumulado', 'meta_2023', 'logro_2023'] as const),
)
const nombres = new Map(referencia('nombres-de-productos.csv', 'codigo', 'impreso').map((fila) => [fila.codigo, fila.impreso]))
/** The colours of Tabla 8 are pictures in the published report: no words of them are left. */
const COLUMNA_DIBUJADA = 'SEMÁFORO'
const COLUMNAS_DE_CUMPLIMIENTO = ['meta_acumulada', 'logro_acumulado', 'meta_2023', 'logro_2023'] as const

const impresos: readonly Impreso[] = [
  ...conMesRepetido(primeras),
  ...cumplimiento.flatMap(({ tabla, linea, codigo, ...celdas }) => [
    { tabla, fila: codigo, columna: 'producto', impreso: `${codigo} ${nombres.get(codigo)}`, linea },
    ...COLUMNAS_DE_CUMPLIMIENTO.map((columna) => ({ tabla, fila: codigo, columna, impreso: celdas[columna], linea })),
  ]),
]

/** Tabla 5 is printed with each month once for all its days. */
function conMesRepetido(celdas: readonly Impreso[]): readonly Impreso[] {
  let mes = ''
  return celdas.map((celda) => {
    if (celda.tabla !== '5' || celda.columna !== 'MES') return celda
    mes = celda.impreso || mes
    return { ...celda, impreso: mes }
  })
}

const excepciones = referencia('excepciones.csv', 'tabla', 'fila', 'columna', 'impreso', 'linea', 'informe', 'discrepancia')
const numeros = [...new Set(impresos.map(({ tabla }) => tabla))]

type Filas = readonly (readonly string[])[]

/** The cells of a printed table with what the report has in their place. Its rows may stand in another order only in 7 and from 10 on. */
function cotejar(numero: string, [titulos = [], ...filas]: Filas): readonly (Impreso & { readonly informe: string })[] {
  const celdas = impresos.filter(({ tabla }) => tabla === numero)
  const columnas = [...new Set(celdas.map(({ columna }) => columna))]
  const claves = [...new Set(celdas.map(({ fila }) => fila))]
  expect(titulos).toHaveLength(columnas.length)
  expect(filas).toHaveLength(claves.length)
  const filaDe = (clave: string): readonly string[] | undefined => {
    if (Number(numero) >= 10) return filas.find(([producto]) => producto?.startsWith(`${clave} `))
    const primera = celdas.find(({ fila }) => fila === clave)?.impreso ?? ''
    return numero === '7' ? filas.find(([rotulo]) => rotulo === comoElInforme(primera)) : filas[Number(clave) - 1]
  }
  return celdas
    .filter(({ columna }) => columna !== COLUMNA_DIBUJADA)
    .map((celda) => ({ ...celda, informe: sinMarca(filaDe(celda.fila)?.[columnas.indexOf(celda.columna)] ?? 'no está') }))
}

test('cada excepción tiene una discrepancia del informe publicado', () => {
  const conocidas = new Set(referencia('discrepancias.csv', 'id').map(({ id }) => id))
  expect(excepciones.filter(({ discrepancia }) => !conocidas.has(discrepancia))).toEqual([])
  expect(excepciones.filter(({ tabla }) => !numeros.includes(tabla))).toEqual([])
})

test.each(TIPOGRAFIA)('de tipografía: $regla', ({ de, a }) => {
  expect(impresos.filter(({ impreso }) => impreso.replace(de, a) !== impreso)).not.toEqual([])
})

test('se cotejan todas las celdas impresas de las 23 tablas', () => {
  expect(numeros.map(Number)).toEqual(Array.from({ length: 23 }, (_, i) => i + 1))
  expect(impresos).toHaveLength(625 + 73 * 5)
})

describe.each(['docx', 'pdf'] as const)('en el %s', (formato) => {
  let tablas: ReadonlyMap<number, Filas>
  beforeAll(async () => {
    tablas = tablasPorNumero((await informeLeido())[formato])
  })
  const filasDe = (numero: string): Filas => tablas.get(Number(numero)) ?? []

  test.each(numeros)('la Tabla %s trae cada cifra impresa, salvo sus excepciones', (numero) => {
    const distintas = cotejar(numero, filasDe(numero)).filter(({ impreso, informe }) => comoElInforme(impreso) !== informe)
    expect(distintas).toEqual(excepciones.filter(({ tabla }) => tabla === numero).map(({ discrepancia: _, ...celda }) => celda))
  })

  test('la marca ▼ está donde lo impreso deja un rezago, y en ninguna otra celda', () => {
    const marcados = numeros.flatMap((numero) =>
      filasDe(numero).flatMap((fila) => fila.map((celda, i) => `${fila[0]?.split(' ')[0]} ${i} ${celda}`)),
    )
    const rezagos = cumplimiento.flatMap((p) => [
      ...(cifra(p.logro_acumulado) < cifra(p.meta_acumulada) ? [`${p.codigo} 2 ▼ ${comoElInforme(p.logro_acumulado)}`] : []),
      ...(cifra(p.logro_2023) < cifra(p.meta_2023) ? [`${p.codigo} 4 ▼ ${comoElInforme(p.logro_2023)}`] : []),
    ])
    expect(marcados.filter((celda) => celda.includes('▼')).toSorted()).toEqual(rezagos.toSorted())
    expect(cumplimiento.filter((p) => cifra(p.logro_acumulado) < cifra(p.meta_acumulada))).toHaveLength(17)
  })

  test('en cada sector los productos van por código', () => {
    for (const numero of numeros.filter((n) => Number(n) >= 10)) {
      const codigos = filasDe(numero)
        .slice(1)
        .map(([producto]) => producto?.split(' ')[0] ?? '')
      expect(codigos).toEqual(codigos.toSorted((a, b) => a.localeCompare(b, 'es', { numeric: true })))
    }
  })
})

/** A printed amount as a number; NaN, which is not less than anything, for words. */
function cifra(impreso: string): number {
  return Number(impreso.replaceAll('.', '').replace(',', '.').replace('%', ''))
}
