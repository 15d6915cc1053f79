import { COLORES, PERIODICIDADES, TIPOS_ANUALIZACION, UNIDADES } from '../../src/model/index.js'
import type { Columna } from './hoja.js'
import { FILA_ENCABEZADO } from './hoja.js'

/** A sheet before its rows: where they come from and which columns the CSV holds. Columns in `prosa` come from Markdown files instead. */
export interface EsquemaHoja {
  readonly nombre: string
  readonly archivo: string | null
  readonly titulo: string
  readonly nota: string
  readonly columnas: readonly Columna[]
}

const lista = (valores: readonly string[]): string => `"${valores.map((v) => v.charAt(0).toUpperCase() + v.slice(1)).join(',')}"`
const texto = (titulo: string, ancho: number): Columna => ({ titulo, clase: 'texto', ancho })
const prosa = (titulo: string, ancho: number): Columna => ({ titulo, clase: 'prosa', ancho })
const CODIGO: Columna = { titulo: 'Código', clase: 'codigo', ancho: 10 }
const PROCEDENCIA = texto('Procedencia', 56)

/** Years as column headers, both ends included. */
function anios(desde: number, hasta: number): Columna[] {
  return Array.from({ length: hasta - desde + 1 }, (_, i) => ({ titulo: String(desde + i), clase: 'cantidad', ancho: 11 }))
}

/** Sheets of the workbook in their order, `Instrucciones` first. `sectores`: how many the drop-down list of `Productos` offers. */
export function esquema(plan: { inicio: number; fin: number; vigencia: number; sectores: number }): readonly EsquemaHoja[] {
  const primera = FILA_ENCABEZADO + 1
  return [
    {
      nombre: 'Instrucciones',
      archivo: 'instrucciones.csv',
      titulo: 'Libro consolidado para el informe anual de seguimiento',
      nota: 'Lea esta hoja antes de diligenciar las demás.',
      columnas: [texto('Hoja', 18), texto('Qué contiene', 48), texto('Cómo se diligencia', 95)],
    },
    {
      nombre: 'Política',
      archivo: 'politica.csv',
      titulo: 'Datos de la política y de esta edición',
      nota: 'Todos los campos son obligatorios.',
      columnas: [texto('Campo', 28), { titulo: 'Valor', clase: 'campo', ancho: 60 }],
    },
    {
      nombre: 'Créditos',
      archivo: 'creditos.csv',
      titulo: 'Créditos',
      nota: 'En el orden en que se imprimen.',
      columnas: [texto('Grupo', 36), texto('Cargo', 52), texto('Nombre', 36)],
    },
    {
      nombre: 'Objetivos',
      archivo: 'objetivos.csv',
      titulo: 'Objetivos específicos',
      nota: 'El número es la primera parte del código de los productos.',
      columnas: [{ titulo: 'Objetivo', clase: 'entero', ancho: 10 }, texto('Enunciado', 60), prosa('Conclusiones', 100)],
    },
    {
      nombre: 'Sectores',
      archivo: 'sectores.csv',
      titulo: 'Sectores responsables',
      nota: 'En el orden de los capítulos del informe.',
      columnas: [{ titulo: 'Orden', clase: 'entero', ancho: 8 }, texto('Sector', 40), prosa('Conclusiones', 110)],
    },
    {
      nombre: 'Productos',
      archivo: 'productos.csv',
      titulo: 'Productos del plan de acción',
      nota: 'Una fila por producto. El código es texto.',
      columnas: [
        CODIGO,
        texto('Producto', 54),
        { ...texto('Sector', 26), lista: `Sectores!$B$${primera}:$B$${primera + plan.sectores - 1}` },
        texto('Entidad responsable', 20),
        texto('Indicador', 20),
        { ...texto('Tipo de anualización', 15), lista: lista(TIPOS_ANUALIZACION) },
        { ...texto('Periodicidad', 14), lista: lista(PERIODICIDADES) },
        { ...texto('Unidad', 12), lista: lista(UNIDADES) },
        texto('Unidad de medida (singular)', 18),
        texto('Unidad de medida (plural)', 18),
        { titulo: 'Línea base', clase: 'cantidad', ancho: 10 },
        { titulo: 'Año de inicio', clase: 'anio', ancho: 10 },
        { titulo: 'Año de finalización', clase: 'anio', ancho: 12 },
        { titulo: 'Meta final', clase: 'cantidad', ancho: 12 },
        { titulo: 'Importancia relativa', clase: 'cantidad', ancho: 12 },
        PROCEDENCIA,
      ],
    },
    {
      nombre: 'Metas',
      archivo: 'metas.csv',
      titulo: 'Meta de cada año',
      nota: 'Como la fija el plan de acción. Vacía: sin meta ese año. La columna Procedencia dice qué se publicó y qué es serie reconstruida.',
      columnas: [CODIGO, ...anios(plan.inicio, plan.fin), PROCEDENCIA],
    },
    {
      nombre: 'Avances',
      archivo: 'avances.csv',
      titulo: 'Avance de cada año',
      nota: 'Hasta la vigencia. Vacía: nada reportado. La columna Procedencia dice qué se publicó y qué es serie reconstruida.',
      columnas: [CODIGO, ...anios(plan.inicio, plan.vigencia), PROCEDENCIA],
    },
    {
      nombre: 'Reportes',
      archivo: null,
      titulo: 'Lo que reportó cada sector en la vigencia',
      nota: 'El cumplimiento y los rezagos no se escriben: el informe los calcula.',
      columnas: [CODIGO, prosa('Logros', 100), prosa('Dificultades', 60), prosa('Observaciones', 40)],
    },
    {
      nombre: 'Semáforo',
      archivo: 'semaforo.csv',
      titulo: 'Rangos del semáforo',
      nota: 'Porcentajes enteros de cumplimiento. Hasta vacío: sin límite.',
      columnas: [
        { ...texto('Color', 14), lista: lista(COLORES) },
        { titulo: 'Desde', clase: 'entero', ancho: 10 },
        { titulo: 'Hasta', clase: 'entero', ancho: 10 },
      ],
    },
    {
      nombre: 'Capacitaciones',
      archivo: 'capacitaciones.csv',
      titulo: 'Capacitaciones a la Policía Metropolitana',
      nota: 'Una fila por estación.',
      columnas: [
        texto('Estación de policía', 30),
        texto('Mes', 16),
        { titulo: 'Participantes', clase: 'entero', ancho: 14 },
        { titulo: 'Sesiones', clase: 'entero', ancho: 12 },
      ],
    },
    {
      nombre: 'Jornadas',
      archivo: 'jornadas.csv',
      titulo: 'Jornadas de servicios',
      nota: 'Una fila por jornada.',
      columnas: [{ titulo: 'Fecha', clase: 'fecha', ancho: 13 }, texto('Lugar', 40), { titulo: 'Asistentes', clase: 'entero', ancho: 12 }],
    },
    {
      nombre: 'Reuniones',
      archivo: 'reuniones.csv',
      titulo: 'Reuniones de acompañamiento técnico',
      nota: 'Una fila por reunión, en orden cronológico.',
      columnas: [texto('Entidad o sector', 90), { titulo: 'Fecha', clase: 'fecha', ancho: 13 }],
    },
    {
      nombre: 'Textos',
      archivo: null,
      titulo: 'Textos de esta edición',
      nota: 'La clave dice en qué parte del informe va cada texto.',
      columnas: [texto('Clave', 28), prosa('Texto', 130)],
    },
    {
      nombre: 'Auditoría',
      archivo: 'auditoria.csv',
      titulo: 'Hallazgos aceptados',
      nota: 'Con el nombre que les da «informe auditar». No sale en el informe.',
      columnas: [texto('Hallazgo', 28), texto('Motivo', 80), texto('Responsable', 44)],
    },
  ]
}
