/** What can be wrong with workbooks that come back from the sectors, in the words of the reader's faults. The one place of them. */
import type { FaltaRedactada } from '../../workbook/index.js'

interface Palabras {
  /** Completes «se esperaba …». `{name}` is filled in by whoever finds it. */
  readonly esperado: string
  readonly remedio: string
}

const REPARTIR_DE_NUEVO = 'Si la base es la que vale, reparta de nuevo ese sector; si no, consolide con el libro del que salió el reparto.'
const RESTAURAR =
  'Deje la celda como se repartió. Si debe cambiar, cámbiela en el libro consolidado y reparta de nuevo ese sector: nadie más la cambia.'

export const PALABRAS = {
  'sin-entrega': {
    esperado: 'la hoja Entrega, que tiene todo libro de «informe repartir»',
    remedio: 'Use el libro que se le repartió al sector. Si no es el de un sector, sáquelo de la carpeta o de la lista.',
  },
  'entrega-danada': {
    esperado: 'el campo «{campo}» de la hoja Entrega como se repartió',
    remedio: 'Copie esa celda del libro que se le repartió al sector; el programa no la adivina.',
  },
  'sector-en-dos-libros': {
    esperado: 'un solo libro de cada sector',
    remedio: 'El otro es {otro}. Deje el que vale; si cada uno tiene una parte, únalos a mano en uno.',
  },
  'producto-en-dos-libros': {
    esperado: 'cada producto en un solo libro',
    remedio: 'También está en {otro}. Quítelo del libro al que no se le repartió.',
  },
  'sector-ajeno': {
    esperado: 'un sector con productos en {base}',
    remedio: 'Consolide con el libro del que salió el reparto, o saque este archivo.',
  },
  'producto-no-repartido': {
    esperado: 'uno de los productos que se repartieron a {sector}',
    remedio: 'Corrija el código, o quite la fila: los productos nuevos se agregan en el libro consolidado.{cercanos}',
  },
  'producto-de-otro-sector': {
    esperado: 'un producto de {sector}',
    remedio: 'En {base} es de {suyo}. Corrija el sector en uno de los dos y reparta de nuevo.',
  },
  'hoja-quitada': { esperado: 'la hoja «{hoja}» del libro repartido', remedio: 'Cópiela del libro que se le repartió al sector.' },
  'fila-quitada': {
    esperado: 'la fila de {clave}',
    remedio: 'Cópiela del libro que se le repartió al sector, con lo que haya que reportar.',
  },
  'columna-quitada': {
    esperado: 'la columna «{columna}»',
    remedio: 'Cópiela del libro que se le repartió al sector, con lo que haya que reportar.',
  },
  'fila-agregada': {
    esperado: 'solo las filas que se repartieron',
    remedio: 'Quite la fila, o agréguela en el libro consolidado si hace falta.',
  },
  'columna-agregada': {
    esperado: 'solo lo que se pidió, {periodo}',
    remedio: 'Deje vacía la columna; si hace falta ese período, pídalo con «informe repartir --periodo».',
  },
  'meta-cambiada': { esperado: '{antes}, como se repartió: las metas no se cambian aquí', remedio: RESTAURAR },
  'celda-cambiada': { esperado: '{antes}, como se repartió', remedio: RESTAURAR },
  'fila-cambiada': {
    esperado: 'lo que se repartió, sin cambios fuera de lo que se pide',
    remedio: 'Compárela con la del libro repartido y déjela igual; con --base se dice cuál celda es.',
  },
  'base-cambiada': { esperado: 'lo que se repartió a {sector} ({archivo})', remedio: REPARTIR_DE_NUEVO },
  'comun-cambiado': {
    esperado: 'lo que se repartió',
    remedio: 'Vale lo que dice la base. Revise que no cambie lo que se les pidió a los sectores.',
  },
  'periodo-distinto': {
    esperado: '{periodo}, como en los demás libros o en la base',
    remedio: 'Consolide aparte, con --parcial, los libros de cada período.',
  },
  'reparto-distinto': {
    esperado: 'un libro del mismo reparto que {otro}',
    remedio: 'Reúna los libros de un mismo reparto, o dé con --base el libro del que salieron.',
  },
  'falta-sector': {
    esperado: 'un libro de cada sector con productos',
    remedio: 'Pídalo. Para seguir con los que hay, repita la orden con --parcial: de los que faltan queda lo que tenía la base.',
  },
  'faltan-libros': {
    esperado: 'todos los libros del reparto',
    remedio: 'Pídalos. Para seguir con los que hay, repita la orden con --parcial: sin --base, los demás sectores no quedan en el libro.',
  },
  'sin-quien': {
    esperado: 'el nombre de quien lo diligenció',
    remedio: 'En el Registro queda {queda}. Si hace falta, escríbalo allí.',
  },
  'sin-base': {
    esperado:
      'el libro del que salieron, con --base: de él salen las conclusiones de los objetivos, Créditos, Capacitaciones, Jornadas, Reuniones, Textos, Auditoría, el Registro de antes, los sectores sin productos y las columnas que no son de la guía',
    remedio: 'Repita la orden con --base, o complételo en el libro que sale.',
  },
} as const satisfies Readonly<Record<string, Palabras>>

export type ReglaDeConsolidar = keyof typeof PALABRAS

/** A fault in words: where it is, what is there, and what completes its wording. */
export function falta(
  regla: ReglaDeConsolidar,
  lugar: string,
  encontrado: string,
  datos: Readonly<Record<string, string>> = {},
): FaltaRedactada {
  const completo = (texto: string) => texto.replace(/\{(\w+)\}/gu, (_, nombre: string) => datos[nombre] ?? '')
  const { esperado, remedio } = PALABRAS[regla]
  return { regla, lugar, encontrado, esperado: completo(esperado), remedio: completo(remedio) }
}

/** `ambiente.xlsx · Metas!E4` */
export const lugarEn = (archivo: string, celda: string): string => `${archivo} · ${celda}`
