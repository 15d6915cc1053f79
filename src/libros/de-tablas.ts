/** A workbook that was read, dressed in the form of the workbook again. */
import { normalizarNombre } from '../model/index.js'
import type { CeldaLeida, Tabla } from '../workbook/index.js'
import { celdaDeAnio, celdaDeCodigo, celdaDeFecha, celdaDeNumero, celdaDePorcentaje, celdaDeTexto, VACIA } from './celda.js'
import { COLUMNAS_DE_INSTRUCCIONES, esquema, instrucciones } from './esquema.js'
import { columna, type EsquemaHoja, type Plan, PROCEDENCIA } from './forma/columnas.js'
import { CAMPOS_DE_POLITICA } from './forma/politica.js'
import type { Celda, Columna, Hoja } from './hoja.js'

/**
 * The sheets that those tables are, in their order: every cell holds what it held, every column is where it was, and both look and are
 * guarded as the contract's. `Instrucciones` comes first, as it was or, where there was none, as the form gives it.
 */
export function hojasDeTablas(tablas: readonly Tabla[], plan: Plan): readonly Hoja[] {
  const formas = new Map(esquema(plan).map((forma) => [forma.nombre, forma]))
  const hojas = tablas.flatMap((tabla) => {
    const forma = formas.get(tabla.hoja)
    return forma === undefined ? [] : [hojaDeTabla(tabla, forma)]
  })
  const generales = instrucciones([...formas.values()].filter(({ nombre }) => tablas.some(({ hoja }) => hoja === nombre)))
  const propias = tablas.find(({ hoja }) => hoja === generales.nombre)
  const primera = propias === undefined ? generales : { ...hojaDeTabla(propias, { ...generales, columnas: COLUMNAS_DE_INSTRUCCIONES }) }
  return [primera, ...hojas]
}

type Forma = Pick<EsquemaHoja, 'nombre' | 'titulo' | 'nota' | 'columnas'>

function hojaDeTabla({ columnas, filas }: Tabla, { nombre, titulo, nota, columnas: suyas }: Forma): Hoja {
  const vestidas = columnas.map((una) => columnaDe(una, suyas))
  const campo = nombre === 'Política' ? columnas.indexOf('Campo') : -1
  return {
    nombre,
    titulo,
    nota,
    columnas: vestidas,
    filas: filas.map((fila) =>
      fila.map((celda, j) => {
        const vestida = celdaDe(celda, vestidas[j]?.clase ?? 'texto')
        return campo < 0 || j === campo ? vestida : conSuClase(vestida, fila[campo])
      }),
    ),
  }
}

/** The contract's column of that name; an amount for a year or a period beyond the form's; any other is a text that nobody reads. */
function columnaDe(titulo: string, suyas: readonly Columna[]): Columna {
  const suya = suyas.find((una) => una.titulo === titulo)
  if (suya !== undefined) return suya
  if (titulo === PROCEDENCIA.titulo) return PROCEDENCIA
  return /^\d{4}(?:-[SCTBM]\d{1,2})?$/u.test(titulo) ? columna(titulo, 'cantidad', 11) : columna(titulo, 'texto', 24)
}

function celdaDe(leida: CeldaLeida, clase: Columna['clase']): Celda {
  switch (leida.tipo) {
    case 'vacia':
      return VACIA
    case 'texto':
      return clase === 'codigo' ? celdaDeCodigo(leida.valor) : celdaDeTexto(leida.valor)
    case 'fecha':
      return celdaDeFecha(leida.valor)
    case 'porcentaje':
      return celdaDePorcentaje(leida.valor)
    case 'numero':
      if (clase === 'texto') return { valor: leida.valor, formato: null }
      return clase === 'anio' ? celdaDeAnio(leida.valor) : celdaDeNumero(leida.valor)
  }
}

/** The value of a field of `Política` is of the field's class, and not of its column's. */
function conSuClase(celda: Celda, campo: CeldaLeida | undefined): Celda {
  const nombre = campo?.tipo === 'texto' ? normalizarNombre(campo.valor) : ''
  const suya = CAMPOS_DE_POLITICA.find((uno) => normalizarNombre(uno.campo) === nombre)
  return suya === undefined ? celda : { ...celda, clase: suya.clase, nota: suya.ayuda, ...(suya.clase === 'anio' ? { formato: '0' } : {}) }
}
