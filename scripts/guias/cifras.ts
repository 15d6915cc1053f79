import type { CampoGrupo, CampoPolitica, CampoProducto } from '../../src/model/index.js'
import { type CAMPOS_EVENTOS, CAMPOS_POLITICA, CAMPOS_PRODUCTO, normalizarNombre } from '../../src/model/index.js'
import type { Report } from '../../src/report/index.js'
import { codigo, literal, tabla } from './marcas.js'

const PRODUCTO: Readonly<Record<CampoProducto, string>> = {
  meta: 'meta de la vigencia',
  logro: 'logro de la vigencia',
  cumplimiento: 'logro sobre meta, en porcentaje entero',
  semáforo: 'color de ese cumplimiento',
  situación: 'con meta, cumplido, vencido, no iniciado o sin meta',
  'meta acumulada': 'lo programado desde el inicio del plan',
  'logro acumulado': 'lo logrado desde el inicio del plan',
  'meta final': 'meta al final del plan',
  diferencia: 'tamaño de lo que falta o sobra en el acumulado, sin signo',
  balance: 'rezago, en cumplimiento o sobre-ejecución',
}

const GRUPO: Readonly<Record<CampoGrupo, string>> = {
  productos: 'cuántos productos tiene en el plan',
  'con meta': 'cuántos tenían meta en la vigencia',
  avance: 'promedio de la parte de su meta final que cada producto ha alcanzado',
  planeado: 'el mismo promedio, de lo programado hasta la vigencia',
  diferencia: 'tamaño de la diferencia entre los dos, sin signo',
  balance: 'rezago, en cumplimiento o sobre-ejecución',
  verde: 'productos en verde',
  amarillo: 'productos en amarillo',
  rojo: 'productos en rojo',
  'sin meta': 'productos sin meta en la vigencia, no iniciados o vencidos',
  cumplidos: 'productos que terminaron antes con su meta final cumplida',
}

const POLITICA: Readonly<Record<CampoPolitica, string>> = {
  ...GRUPO,
  vigencia: 'año del informe',
  inicio: 'primer año del plan',
  fin: 'último año del plan',
}

type Hoja = keyof typeof CAMPOS_EVENTOS
const EVENTOS: { readonly [H in Hoja]: Readonly<Record<(typeof CAMPOS_EVENTOS)[H][number], string>> } = {
  capacitaciones: { total: 'filas de la hoja', participantes: 'suma de participantes', sesiones: 'suma de sesiones' },
  jornadas: { total: 'filas de la hoja', asistentes: 'suma de asistentes' },
  reuniones: { total: 'filas de la hoja' },
}

/** The names that prose may use, with what each prints in the edition that comes with the program. */
export function cifras({ libro, indicadores, cifras: todas }: Report): string {
  const fila = (nombre: string, que: string) => [codigo(`[[${nombre}]]`), que, literal(todas.get(normalizarNombre(nombre))?.texto ?? '')]
  const producto = libro.productos[0]?.codigo ?? ''
  const sector = indicadores.sectores[0]?.nombre ?? ''
  const objetivo = libro.objetivos[0]?.numero ?? ''
  const deEventos = Object.entries(EVENTOS).flatMap(([hoja, campos]) =>
    Object.entries(campos).map(([campo, que]) => fila(`${hoja} ${campo}`, que)),
  )
  const titulos = ['se escribe', 'qué es', 'imprime, por ejemplo']
  return [
    '**De un producto**, por su código:',
    tabla(
      titulos,
      CAMPOS_PRODUCTO.map((campo) => fila(`${producto} ${campo}`, PRODUCTO[campo])),
    ),
    `**De la política**. De un objetivo (${codigo(`[[objetivo ${objetivo} avance]]`)}) y de un sector, por su nombre (${codigo(`[[${sector} avance]]`)}), los mismos, salvo los tres últimos:`,
    tabla(
      titulos,
      CAMPOS_POLITICA.map((campo) => fila(`política ${campo}`, POLITICA[campo])),
    ),
    '**De las hojas de eventos**, si el libro las trae:',
    tabla(titulos, deEventos),
  ].join('\n\n')
}
