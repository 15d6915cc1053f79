/** What the plan says of itself: the policy, its objetivos, sectores and productos, and the ranges of the semáforo. */
import {
  COLORES,
  type Libro,
  type Objetivo,
  PERIODICIDADES,
  type Politica,
  type Producto,
  TIPOS_ANUALIZACION,
  UNIDADES,
} from '../../model/index.js'
import { type Campo, type CampoDe, foranea, type Recurso, recurso } from '../recurso.js'
import { CODIGO, deHoja, OBJETIVO, SECTOR, VIGENCIA } from './campos.js'

/** A column of a sheet, as it is written there. */
function leido(hoja: string, titulo: string, campo: Pick<Campo, 'nombre' | 'descripcion' | 'tipo'> & Partial<Campo>): Campo {
  return { titulo, unidad: '', vacio: null, regla: deHoja(hoja, titulo), ...campo }
}

export function recursosDelPlan(libro: Libro): readonly Recurso[] {
  return [politica(libro.politica), objetivos(libro.objetivos), sectores(libro), productos(libro.productos), semaforo(libro)]
}

function politica(suya: Politica): Recurso {
  const texto = (nombre: string, titulo: string, descripcion: string, de: (p: Politica) => string): CampoDe<Politica> => ({
    ...leido('Política', titulo, { nombre, descripcion, tipo: 'string' }),
    valor: de,
  })
  const anio = (nombre: string, titulo: string, descripcion: string, de: (p: Politica) => number): CampoDe<Politica> => ({
    ...leido('Política', titulo, { nombre, descripcion, tipo: 'year' }),
    valor: de,
  })
  const dia = (nombre: string, titulo: string, descripcion: string, de: (p: Politica) => string): CampoDe<Politica> => ({
    ...leido('Política', titulo, { nombre, descripcion, tipo: 'date' }),
    valor: de,
  })
  return recurso({
    nombre: 'politica',
    titulo: 'Política',
    descripcion: 'La política a la que se hace seguimiento. Una fila.',
    clave: ['sigla', 'vigencia'],
    campos: [
      texto('sigla', 'Sigla', 'Sigla de la política.', (p) => p.sigla),
      { ...VIGENCIA, valor: (p) => p.vigencia },
      texto('nombre', 'Nombre', 'Nombre de la política.', (p) => p.nombre),
      texto('documento', 'Documento', 'Documento que la adoptó.', (p) => p.documento),
      dia('fecha_de_aprobacion', 'Fecha de aprobación', 'Día en que se aprobó.', (p) => p.fechaAprobacion),
      anio('inicio', 'Año inicial del plan', 'Primer año del plan de acción.', (p) => p.inicio),
      anio('fin', 'Año final del plan', 'Último año del plan de acción.', (p) => p.fin),
      dia('fecha_de_corte', 'Fecha de corte', 'Día hasta el que cuentan los datos.', (p) => p.fechaCorte),
      texto('entidad', 'Entidad líder', 'Entidad que lidera la política.', (p) => p.entidad),
      texto('sigla_de_la_entidad', 'Sigla de la entidad', 'Sigla de esa entidad.', (p) => p.siglaEntidad),
      texto('dependencia', 'Dependencia', 'Dependencia que hace el seguimiento.', (p) => p.dependencia),
      texto('sector_lider', 'Sector líder', 'Sector que lidera la política.', (p) => p.sectorLider),
      texto('ciudad', 'Ciudad', 'Ciudad de la entidad.', (p) => p.ciudad),
    ],
    filas: [suya],
  })
}

function objetivos(suyos: readonly Objetivo[]): Recurso {
  return recurso<Objetivo>({
    nombre: 'objetivos',
    titulo: 'Objetivos',
    descripcion: 'Los objetivos específicos de la política. Una fila por objetivo.',
    clave: ['objetivo'],
    campos: [
      { ...OBJETIVO, valor: (o) => o.numero },
      {
        ...leido('Objetivos', 'Enunciado', { nombre: 'enunciado', descripcion: 'Enunciado del objetivo.', tipo: 'string' }),
        valor: (o) => o.enunciado,
      },
    ],
    filas: suyos,
  })
}

function sectores({ sectores: suyos }: Libro): Recurso {
  return recurso<Libro['sectores'][number]>({
    nombre: 'sectores',
    titulo: 'Sectores',
    descripcion: 'Los sectores de la administración, en el orden del informe. Una fila por sector.',
    clave: ['sector'],
    campos: [
      { ...SECTOR, valor: (s) => s.nombre },
      {
        ...leido('Sectores', 'Orden', { nombre: 'orden', descripcion: 'Su lugar en el informe.', tipo: 'integer' }),
        valor: (s) => s.orden,
      },
    ],
    filas: suyos,
  })
}

const SIN_DATO = 'El libro no lo dice.'

function productos(suyos: readonly Producto[]): Recurso {
  const deSuHoja = (
    nombre: string,
    titulo: string,
    descripcion: string,
    valor: (p: Producto) => string | null,
    ademas: Partial<Campo> = {},
  ): CampoDe<Producto> => ({ ...leido('Productos', titulo, { nombre, descripcion, tipo: 'string', ...ademas }), valor })
  const anio = (nombre: string, titulo: string, descripcion: string, valor: (p: Producto) => number): CampoDe<Producto> => ({
    ...leido('Productos', titulo, { nombre, descripcion, tipo: 'year' }),
    valor,
  })
  const monto = (nombre: string, titulo: string, descripcion: string, valor: (p: Producto) => number | null, vacio: string | null) => ({
    ...leido('Productos', titulo, { nombre, descripcion, tipo: 'number', unidad: 'la del producto', vacio }),
    valor,
    proporcion: (p: Producto) => p.unidad === 'Porcentaje',
  })
  return recurso<Producto>({
    nombre: 'productos',
    titulo: 'Productos',
    descripcion: 'Los productos del plan de acción, por sector y código. Una fila por producto.',
    clave: ['codigo'],
    foraneas: [foranea('sector', 'sectores'), foranea('objetivo', 'objetivos')],
    campos: [
      { ...CODIGO, valor: (p) => p.codigo },
      deSuHoja('producto', 'Producto', 'Nombre oficial del producto.', (p) => p.nombre),
      { ...OBJETIVO, valor: (p) => p.objetivo },
      { ...SECTOR, regla: deHoja('Productos', 'Sector'), valor: (p) => p.sector },
      deSuHoja('entidad', 'Entidad responsable', 'Entidad que responde por el producto.', (p) => p.entidad, { vacio: SIN_DATO }),
      deSuHoja('indicador', 'Indicador', 'Lo que se cuenta para saber si el producto se entregó.', (p) => p.indicador, { vacio: SIN_DATO }),
      deSuHoja('tipo_de_anualizacion', 'Tipo de anualización', 'Cómo se juntan los años del producto.', (p) => p.tipo, {
        valores: TIPOS_ANUALIZACION,
      }),
      deSuHoja('periodicidad', 'Periodicidad', 'Cada cuánto se reporta.', (p) => p.periodicidad, { valores: PERIODICIDADES }),
      deSuHoja(
        'unidad',
        'Unidad',
        'En qué están sus montos. Los de un producto en Porcentaje son proporciones: 1 es 100 %.',
        (p) => p.unidad,
        { valores: UNIDADES },
      ),
      deSuHoja('unidad_de_medida', 'Unidad de medida (plural)', 'Lo que se cuenta, en palabras.', (p) => p.unidadPlural, {
        vacio: SIN_DATO,
      }),
      monto('linea_base', 'Línea base', 'Valor antes de empezar el plan.', (p) => p.lineaBase?.valor ?? null, SIN_DATO),
      anio('inicio', 'Año de inicio', 'Primer año del producto.', (p) => p.inicio),
      anio('fin', 'Año de finalización', 'Último año del producto.', (p) => p.fin),
      monto('meta_final', 'Meta final', 'Meta al final del plan.', (p) => p.metaFinal.valor, null),
      {
        ...leido('Productos', 'Importancia relativa', {
          nombre: 'importancia_relativa',
          descripcion: 'Peso del producto en los promedios.',
          tipo: 'number',
          vacio: 'Todos los productos pesan lo mismo.',
        }),
        valor: (p) => p.importancia?.valor ?? null,
      },
    ],
    filas: suyos,
  })
}

function semaforo({ semaforo: suyos }: Libro): Recurso {
  const PORCENTAJE = '%, en enteros'
  return recurso<Libro['semaforo'][number]>({
    nombre: 'semaforo',
    titulo: 'Semáforo',
    descripcion: 'Los rangos de cumplimiento de cada color, con ambos extremos. Una fila por color.',
    clave: ['color'],
    campos: [
      {
        ...leido('Semáforo', 'Color', { nombre: 'color', descripcion: 'Color del rango.', tipo: 'string', valores: COLORES }),
        valor: (r) => r.color,
      },
      {
        ...leido('Semáforo', 'Desde', {
          nombre: 'desde',
          descripcion: 'Menor cumplimiento del rango.',
          tipo: 'integer',
          unidad: PORCENTAJE,
        }),
        valor: (r) => r.desde,
      },
      {
        ...leido('Semáforo', 'Hasta', {
          nombre: 'hasta',
          descripcion: 'Mayor cumplimiento del rango.',
          tipo: 'integer',
          unidad: PORCENTAJE,
          vacio: 'El rango no tiene límite.',
        }),
        valor: (r) => r.hasta,
      },
    ],
    filas: suyos,
  })
}
