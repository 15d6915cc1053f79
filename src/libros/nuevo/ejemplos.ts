/** Rows that show how each sheet is filled in, marked so that they are told from data. Together they are a valid policy. */
import { MARCA_DE_EJEMPLO } from '../../workbook/index.js'
import { celdaDeAnio, celdaDeCodigo, celdaDeFecha, celdaDeNumero, celdaDeTexto } from '../celda.js'
import type { Celda } from '../hoja.js'
import type { DatosDePolitica } from './datos.js'
import { periodosDe } from './periodos.js'

type Fila = ReadonlyMap<string, Celda>

/** A result so far up that no code of a policy is one of these. */
const [DE_SUMA, DE_PORCENTAJE] = ['1.99.1', '1.99.2']

// As text: whoever types an amount over a cell with a percent format has typed a hundredth of it.
const [NOVENTA, OCHENTA_Y_CINCO] = [celdaDeTexto('90 %'), celdaDeTexto('85 %')]

/** The example rows of each sheet, by its name and by header. Of objectives and sectors, only where the policy says none. */
export function ejemplos({ plan, objetivos, sectores, periodos }: DatosDePolitica): ReadonlyMap<string, readonly Fila[]> {
  const anios = (desde: number, hasta: number) => Array.from({ length: hasta - desde + 1 }, (_, i) => desde + i)
  const delPlan = anios(plan.inicio, plan.fin)
  const sector = sectores[0] ?? 'Sector de ejemplo'
  // Where the vigencia has periods, its year is theirs.
  const deLaVigencia = periodosDe(plan.vigencia, periodos)
  const hastaAvances = periodos === null ? plan.vigencia : plan.vigencia - 1
  const porAnio = (desde: number, hasta: number, celda: Celda) => anios(desde, hasta).map((anio): Par => [String(anio), celda])
  const porPeriodo = (celda: Celda) => deLaVigencia.map((periodo): Par => [periodo, celda])
  const producto = (codigo: string, nombre: string, suyas: readonly Par[]): readonly Par[] => [
    ['Código', celdaDeCodigo(codigo)],
    ['Producto', celdaDeTexto(nombre)],
    ['Sector', celdaDeTexto(sector)],
    ['Periodicidad', celdaDeTexto(periodos ?? 'Anual')],
    ['Año de inicio', celdaDeAnio(plan.inicio)],
    ['Año de finalización', celdaDeAnio(plan.fin)],
    ...suyas,
  ]
  return new Map([
    [
      'Créditos',
      filas([
        ['Grupo', celdaDeTexto('Equipo de seguimiento')],
        ['Cargo', celdaDeTexto('Profesional')],
        ['Nombre', celdaDeTexto('Nombre y apellidos')],
      ]),
    ],
    [
      'Objetivos',
      objetivos.length > 0
        ? []
        : filas([
            ['Objetivo', celdaDeNumero(1)],
            ['Enunciado', celdaDeTexto('El primer objetivo, como lo enuncia la política.')],
          ]),
    ],
    [
      'Sectores',
      sectores.length > 0
        ? []
        : filas([
            ['Orden', celdaDeNumero(1)],
            ['Sector', celdaDeTexto(sector)],
          ]),
    ],
    [
      'Productos',
      filas(
        producto(DE_SUMA, 'Talleres dictados (cada año aporta a la meta final)', [
          ['Tipo de anualización', celdaDeTexto('Suma')],
          ['Unidad', celdaDeTexto('Número')],
          ['Unidad de medida (singular)', celdaDeTexto('taller')],
          ['Unidad de medida (plural)', celdaDeTexto('talleres')],
          ['Meta final', celdaDeNumero(10 * delPlan.length)],
        ]),
        producto(DE_PORCENTAJE, 'Solicitudes atendidas a tiempo (un nivel que se sostiene)', [
          ['Tipo de anualización', celdaDeTexto('Constante')],
          ['Unidad', celdaDeTexto('Porcentaje')],
          ['Meta final', NOVENTA],
        ]),
      ),
    ],
    [
      'Metas',
      filas(
        [['Código', celdaDeCodigo(DE_SUMA)], ...porAnio(plan.inicio, plan.fin, celdaDeNumero(10))],
        [['Código', celdaDeCodigo(DE_PORCENTAJE)], ...porAnio(plan.inicio, plan.fin, NOVENTA)],
      ),
    ],
    [
      'Avances',
      filas(
        [['Código', celdaDeCodigo(DE_SUMA)], ...porAnio(plan.inicio, hastaAvances, celdaDeNumero(8)), ...porPeriodo(celdaDeNumero(2))],
        [['Código', celdaDeCodigo(DE_PORCENTAJE)], ...porAnio(plan.inicio, hastaAvances, OCHENTA_Y_CINCO), ...porPeriodo(OCHENTA_Y_CINCO)],
      ),
    ],
    [
      'Reportes',
      filas([
        ['Código', celdaDeCodigo(DE_SUMA)],
        [
          'Logros',
          celdaDeTexto(
            `Se dictaron talleres en las localidades.\n\n- Las cifras que el informe calcula se nombran: [[${DE_SUMA} logro]].\n- Una lista lleva un guion en cada renglón.`,
          ),
        ],
        ['Dificultades', celdaDeTexto('El salón se entregó en marzo.')],
      ]),
    ],
    [
      'Capacitaciones',
      filas([
        ['Estación de policía', celdaDeTexto('Nombre de la estación')],
        ['Mes', celdaDeTexto('marzo')],
        ['Participantes', celdaDeNumero(25)],
        ['Sesiones', celdaDeNumero(2)],
      ]),
    ],
    [
      'Jornadas',
      filas([
        ['Fecha', celdaDeFecha(`${plan.vigencia}-03-08`)],
        ['Lugar', celdaDeTexto('Nombre del lugar')],
        ['Asistentes', celdaDeNumero(40)],
      ]),
    ],
    [
      'Reuniones',
      filas([
        ['Entidad o sector', celdaDeTexto(sector)],
        ['Fecha', celdaDeFecha(`${plan.vigencia}-02-14`)],
      ]),
    ],
  ])
}

type Par = readonly [titulo: string, celda: Celda]

/** Rows whose Procedencia says that they are an example. */
const filas = (...todas: readonly (readonly Par[])[]): readonly Fila[] =>
  todas.map((pares) => new Map([...pares, ['Procedencia', celdaDeTexto(MARCA_DE_EJEMPLO)]]))
