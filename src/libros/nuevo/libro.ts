/** A workbook to be filled in: every sheet of the contract, what is known of the policy, and rows that show how. */
import { celdaDeAnio, celdaDeFecha, celdaDeNumero, celdaDeTexto, VACIA } from '../celda.js'
import { escribirLibro } from '../escribir/libro.js'
import { esquema, instrucciones } from '../esquema.js'
import { columna, type EsquemaHoja, type Plan, PROCEDENCIA } from '../forma/columnas.js'
import { CAMPOS_DE_POLITICA } from '../forma/politica.js'
import type { Celda, Hoja } from '../hoja.js'
import type { DatosDePolitica } from './datos.js'
import { ejemplos } from './ejemplos.js'
import { periodosDe } from './periodos.js'

/**
 * Bytes of the workbook. `claves`: those of `Textos` that the templates know, each a row to be filled in. Sheets with example rows have a
 * Procedencia that marks them (`MARCA_DE_EJEMPLO`), so that one that stays is told.
 */
export async function libroNuevo(datos: DatosDePolitica, claves: readonly string[], fecha: Date): Promise<Uint8Array> {
  const nombre = datos.campos.get('Sigla') ?? datos.campos.get('Nombre') ?? 'una política pública'
  return escribirLibro(hojasDe(datos, claves), {
    titulo: `Libro consolidado de ${nombre}, vigencia ${datos.plan.vigencia}`,
    autor: String(datos.campos.get('Entidad líder') ?? 'Informe anual de seguimiento'),
    fecha,
  })
}

function hojasDe(datos: DatosDePolitica, claves: readonly string[]): readonly Hoja[] {
  // Whoever consolidates writes that one.
  const formas = esquema(datos.plan).filter(({ nombre }) => nombre !== 'Registro')
  const deEjemplo = ejemplos(datos)
  const hojas = formas.map((forma): Hoja => {
    const conPeriodos = forma.nombre === 'Avances' ? conLosPeriodos(forma, datos) : forma
    const suyos = deEjemplo.get(forma.nombre) ?? []
    const columnas =
      suyos.length === 0 || conPeriodos.columnas.includes(PROCEDENCIA) ? conPeriodos.columnas : [...conPeriodos.columnas, PROCEDENCIA]
    const propias = filasDe(forma.nombre, datos, claves)
    const vestidas = [
      ...propias.map((fila) => columnas.map(({ titulo }) => fila.get(titulo) ?? VACIA)),
      ...suyos.map((fila) => columnas.map(({ titulo }): Celda => ({ ...(fila.get(titulo) ?? VACIA), aspecto: 'ejemplo' }))),
    ]
    return {
      ...conPeriodos,
      columnas,
      filas: vestidas,
      proteccion: forma.nombre === 'Política' ? 'todo-menos-abiertas' : 'encabezado',
    }
  })
  return [{ ...instrucciones(formas, [DE_LOS_EJEMPLOS]), proteccion: 'todo-menos-abiertas' }, ...hojas]
}

const DE_LOS_EJEMPLOS = {
  hoja: 'Todo el libro',
  contiene: 'Filas de ejemplo, en gris y cursiva: muestran cómo se llena cada hoja.',
  diligencia:
    'Bórrelas cuando ya no las necesite (clic derecho en el número de la fila, Eliminar). Si escribe sobre una, borre su marca en la columna Procedencia. Mientras quede una marca, el programa lo dice y no hace el informe. Los títulos están protegidos sin contraseña: Revisar › Desproteger hoja.',
}

/** The periods of the vigencia after its year. */
function conLosPeriodos(forma: EsquemaHoja, { plan: { vigencia }, periodos }: DatosDePolitica): EsquemaHoja {
  if (periodos === null) return forma
  const columnas = periodosDe(vigencia, periodos).map((periodo) =>
    columna(periodo, 'cantidad', 11, {
      ayuda: `Lo alcanzado en ese período de ${vigencia}. Si lo llena, deje vacío el año: el informe suma los períodos (Suma) o toma el último.`,
    }),
  )
  const lugar = forma.columnas.findIndex(({ titulo }) => titulo === String(vigencia)) + 1
  return { ...forma, columnas: [...forma.columnas.slice(0, lugar), ...columnas, ...forma.columnas.slice(lugar)] }
}

/** Rows that hold what is known of the policy, by header. */
function filasDe(hoja: string, datos: DatosDePolitica, claves: readonly string[]): readonly ReadonlyMap<string, Celda>[] {
  const filas: Readonly<Record<string, () => readonly (readonly (readonly [string, Celda])[])[]>> = {
    Política: () =>
      CAMPOS_DE_POLITICA.map(({ campo, clase, ayuda }) => [
        ['Campo', celdaDeTexto(campo)],
        ['Valor', { ...valorDe(datos.campos.get(campo), clase), clase, nota: ayuda, abierta: true }],
      ]),
    Objetivos: () =>
      datos.objetivos.map((enunciado, i) => [
        ['Objetivo', celdaDeNumero(i + 1)],
        ['Enunciado', celdaDeTexto(enunciado)],
      ]),
    Sectores: () =>
      datos.sectores.map((sector, i) => [
        ['Orden', celdaDeNumero(i + 1)],
        ['Sector', celdaDeTexto(sector)],
      ]),
    Semáforo: () => rangosDe(datos),
    Textos: () => claves.map((clave) => [['Clave', celdaDeTexto(clave)]]),
  }
  return (filas[hoja]?.() ?? []).map((fila) => new Map(fila))
}

function rangosDe({ semaforo }: DatosDePolitica): readonly (readonly (readonly [string, Celda])[])[] {
  if (semaforo.length === 0) return ['Verde', 'Amarillo', 'Rojo'].map((color) => [['Color', celdaDeTexto(color)]])
  return semaforo.map(({ color, desde, hasta }) => [
    ['Color', celdaDeTexto(`${color.charAt(0).toUpperCase()}${color.slice(1)}`)],
    ['Desde', celdaDeNumero(desde)],
    ['Hasta', hasta === null ? VACIA : celdaDeNumero(hasta)],
  ])
}

function valorDe(valor: string | number | undefined, clase: string): Celda {
  if (valor === undefined) return clase === 'fecha' ? { valor: null, formato: 'dd/mm/yyyy' } : VACIA
  if (typeof valor === 'number') return celdaDeAnio(valor)
  return clase === 'fecha' ? celdaDeFecha(valor) : celdaDeTexto(valor)
}

/** A policy of which nothing is known but the year in which somebody begins its workbook: a plan of ten years from it on. */
export function datosPorOmision(anio: number): DatosDePolitica {
  const plan: Plan = { inicio: anio, fin: anio + 9, vigencia: anio }
  const campos = new Map([
    ['Año inicial del plan', plan.inicio],
    ['Año final del plan', plan.fin],
    ['Vigencia', plan.vigencia],
  ])
  return { plan, campos, objetivos: [], sectores: [], semaforo: [], periodos: null }
}
