/** Charts that are hard to draw: one of each kind, and those whose names, counts or zeros put a picture to the test. */
import type { Grafica } from '../src/report/index.js'

const ESTADOS = ['verde', 'amarillo', 'rojo', 'sin-meta', 'cumplido'] as const
const DE_ESTADOS = ['Verde: 75 % o más', 'Amarillo: 51 % a 74 %', 'Rojo: 50 % o menos', 'Sin meta en 2031', 'Cumplidos antes de 2031']

/** The longest names that sectors of the District have, twice over, and short ones. */
const SECTORES = [
  'Desarrollo Económico, Industria y Turismo',
  'Seguridad, Convivencia y Justicia',
  'Cultura, Recreación y Deporte',
  'Salud',
  'Ambiente',
  'Gestión Pública',
  'Gestión Jurídica',
  'Hábitat',
  'Integración Social',
  'Movilidad',
  'Mujeres',
  'Planeación',
  'Gobierno',
  'Educación',
]

const porciento = (n: number) => `${n}\u00a0%`

function deEstados(id: string, valores: readonly number[]): Grafica {
  return {
    tipo: 'estados',
    id,
    estados: ESTADOS.slice(0, valores.length),
    etiquetas: DE_ESTADOS.slice(0, valores.length),
    series: [{ nombre: 'Productos', valores, rotulos: valores.map(String) }],
    textoAlternativo: '',
  }
}

function avance(sectores: readonly string[]): Grafica {
  const avances = sectores.map((_, i) => (i * 17) % 101)
  const planeados = sectores.map((_, i) => (i * 29) % 101)
  return {
    tipo: 'avance',
    id: 'avance',
    etiquetas: sectores,
    balances: avances.map((a, i) => (a < (planeados[i] ?? 0) ? 'rezago' : 'en-cumplimiento')),
    series: [
      {
        nombre: 'Avance',
        valores: avances.map((a) => a / 100),
        rotulos: avances.map((a, i) => (a < (planeados[i] ?? 0) ? `▼\u00a0${porciento(a)}` : porciento(a))),
      },
      { nombre: 'Planeado', valores: planeados.map((p) => p / 100), rotulos: planeados.map(porciento) },
    ],
    textoAlternativo: '',
  }
}

/** `cuantos`: products of each sector. */
function mapa(id: string, cuantos: readonly number[]): Grafica {
  const celdas = cuantos.map((n, i) =>
    Array.from({ length: n }, (_, j) => ({ codigo: `${1 + (i % 4)}.${1 + (j % 4)}.${j + 1}`, estado: ESTADOS[(i + j) % 5] ?? 'verde' })),
  )
  return {
    tipo: 'mapa',
    id,
    etiquetas: SECTORES.slice(0, cuantos.length),
    estados: ESTADOS,
    celdas,
    series: ESTADOS.map((estado, k) => {
      const valores = celdas.map((suyas) => suyas.filter((c) => c.estado === estado).length)
      return { nombre: DE_ESTADOS[k] ?? '', valores, rotulos: valores.map(String) }
    }),
    textoAlternativo: '',
  }
}

function apilada(filas: readonly (readonly number[])[]): Grafica {
  return {
    tipo: 'apilada',
    id: 'apilada',
    etiquetas: filas.map((_, i) => `Objetivo ${i + 1}`),
    estados: ESTADOS,
    series: ESTADOS.map((_, k) => {
      const valores = filas.map((fila) => fila[k] ?? 0)
      return { nombre: DE_ESTADOS[k] ?? '', valores, rotulos: valores.map(String) }
    }),
    textoAlternativo: '',
  }
}

function serie(metas: readonly (number | null)[], logros: readonly (number | null)[]): Grafica {
  const rotulos = (valores: readonly (number | null)[]) => valores.map((v) => (v === null ? '—' : v.toLocaleString('es-CO')))
  return {
    tipo: 'serie',
    id: 'serie',
    producto: '1.2.5',
    unidad: 'preservativos',
    etiquetas: metas.map((_, i) => String(2030 + i)),
    series: [
      { nombre: 'Meta', valores: metas, rotulos: rotulos(metas) },
      { nombre: 'Logro', valores: logros, rotulos: rotulos(logros) },
    ],
    textoAlternativo: '',
  }
}

function rezagos(cuantos: number): Grafica {
  const valores = Array.from({ length: cuantos }, (_, i) => 1 - i / cuantos)
  return {
    tipo: 'rezagos',
    id: 'rezagos',
    codigos: valores.map((_, i) => `1.${i + 1}.1`),
    etiquetas: valores.map((_, i) => `1.${i + 1}.1 ${SECTORES[i] ?? ''}`),
    series: [
      {
        nombre: 'Parte que falta',
        valores,
        rotulos: valores.map((v, i) => `▼\u00a0${porciento(Math.round(v * 100))} (faltan 1.${100 + i}.500)`),
      },
    ],
    textoAlternativo: '',
  }
}

export const GRAFICAS_DE_PRUEBA: readonly (readonly [nombre: string, grafica: Grafica])[] = [
  ['las metas de la política', deEstados('metas', [56, 1, 11])],
  ['un sector', deEstados('sector', [6, 3, 1, 0, 2])],
  ['solo ceros', deEstados('ceros', [0, 0, 0, 0, 0])],
  ['un solo producto', deEstados('uno', [0, 0, 1, 0, 0])],
  ['dieciocho en un estado', deEstados('dieciocho', [18, 0, 0, 0, 0])],
  ['el avance de catorce sectores', avance(SECTORES)],
  ['el avance de uno', avance(SECTORES.slice(0, 1))],
  ['el mapa de catorce sectores', mapa('mapa', [6, 2, 5, 9, 2, 3, 1, 1, 18, 1, 16, 2, 5, 2])],
  ['el mapa de un producto', mapa('mapa-de-uno', [1])],
  [
    'los objetivos, con una clase sin nada',
    apilada([
      [29, 0, 8, 0, 0],
      [14, 0, 2, 0, 1],
      [7, 0, 0, 1, 2],
      [6, 0, 1, 0, 2],
    ]),
  ],
  [
    'una serie de diez años',
    serie([null, 10, 20, 20, 1_300_231, 20, 20, 20, 20, 20], [null, null, 12, 0, 1_690_250, null, null, null, null, null]),
  ],
  ['una serie de dos', serie([5, 5], [0, 7])],
  ['diez rezagos', rezagos(10)],
  ['un rezago', rezagos(1)],
]
