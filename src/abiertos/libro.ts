/** The tables as a workbook for people: a sheet each, with an index. */
import { type Celda as CeldaDeHoja, type Clase, escribirLibro, type Hoja } from '../libros/index.js'
import type { Libro } from '../model/index.js'
import { inofensivo } from '../outputs/index.js'
import type { Campo, Celda, Recurso } from './recurso.js'

/** Characters of a column, at least and at most: no figure cut, and no column wider than half a screen. */
const ANCHO = { menor: 9, mayor: 50 }

const CLASES: Readonly<Record<Campo['tipo'], Clase>> = {
  string: 'texto',
  integer: 'entero',
  number: 'cantidad',
  date: 'fecha',
  year: 'anio',
}

const INDICE = 'Índice'

/**
 * An .xlsx of these tables: numbers as numbers, shares with the format of a percentage, dates as dates, titles of people as headers,
 * which stay in sight, and each table a table of Excel. Equal input gives equal bytes.
 */
export async function libroDeRecursos(
  recursos: readonly Recurso[],
  { nombre, vigencia, entidad, fechaCorte }: Libro['politica'],
): Promise<Uint8Array> {
  return await escribirLibro([indice(recursos, `${nombre}: datos de ${vigencia}`), ...recursos.map(hojaDe)], {
    titulo: `${nombre}: datos abiertos de ${vigencia}`,
    autor: entidad,
    fecha: new Date(`${fechaCorte}T00:00:00Z`),
  })
}

function hojaDe({ hoja, titulo, descripcion, campos, filas }: Recurso): Hoja {
  return {
    nombre: hoja,
    titulo,
    nota: descripcion,
    tabla: true,
    columnas: campos.map((campo, i) => ({
      titulo: campo.titulo,
      clase: campo.nombre === 'codigo' ? 'codigo' : CLASES[campo.tipo],
      ancho: anchoDe(
        campo,
        filas.map((fila) => fila[i]?.valor ?? null),
      ),
    })),
    filas: filas.map((fila) => fila.map((celda, i) => deHoja(celda, campos[i]?.tipo ?? 'string'))),
  }
}

/** Fits its title in two lines, with room for the button that filters, and its longest value. */
function anchoDe({ titulo }: Campo, valores: readonly Celda['valor'][]): number {
  const largos = valores.map((valor) => String(valor ?? '').length)
  return Math.min(ANCHO.mayor, Math.max(ANCHO.menor, Math.ceil(titulo.length / 2) + 6, ...largos.map((largo) => largo + 2)))
}

function deHoja({ valor, proporcion }: Celda, tipo: Campo['tipo']): CeldaDeHoja {
  if (typeof valor === 'number') return { valor, formato: tipo === 'year' ? '0' : formatoDe(valor, proporcion) }
  if (valor === null) return { valor, formato: null }
  return tipo === 'date' ? { valor: new Date(`${valor}T00:00:00Z`), formato: null } : { valor: inofensivo(valor), formato: null }
}

function formatoDe(valor: number, proporcion: boolean): string {
  if (proporcion) return '0.0%'
  return Number.isInteger(valor) ? '#,##0' : '#,##0.00'
}

function indice(recursos: readonly Recurso[], titulo: string): Hoja {
  return {
    nombre: INDICE,
    titulo,
    nota: 'Cada hoja es una tabla. Lo que significa cada columna está en la hoja «Diccionario».',
    tabla: true,
    columnas: [
      { titulo: 'Hoja', clase: 'texto', ancho: 30 },
      { titulo: 'Tabla', clase: 'texto', ancho: 60 },
      { titulo: 'Qué tiene', clase: 'texto', ancho: 60 },
      { titulo: 'Filas', clase: 'entero', ancho: 10 },
    ],
    filas: recursos.map(({ hoja, titulo: suyo, descripcion, filas }) => [
      { valor: hoja, formato: null, enlace: hoja },
      { valor: suyo, formato: null },
      { valor: descripcion, formato: null },
      { valor: filas.length, formato: '#,##0' },
    ]),
  }
}
