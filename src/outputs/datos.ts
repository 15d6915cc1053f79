import type { Fraction, IndicadoresGrupo, IndicadoresProducto } from '../indicators/index.js'
import { aNumero } from '../indicators/index.js'
import type { Publicado, Report } from '../report/index.js'
import { valoresDeFila } from './filas.js'

const numero = (f: Fraction | null) => (f === null ? null : aNumero(f))

/**
 * All figures for machines, as the text of `datos.json`: ratios as plain fractions (1 = 100 %), null where there is none, tables with
 * raw values and the total row last. The same report gives the same text. Its names are documented for whoever reads it; changing
 * one breaks them. Of a `sector` alone: its products and its own figures, with those of the policy that it belongs to. Before the year
 * ends `corte` says up to when it counts, and what is only known then is null.
 */
export function datosJson({ libro, indicadores, contexto: { corte } }: Report, publicado: Publicado, sector: string | null = null): string {
  const { nombre, sigla, documento, vigencia, inicio, fin } = libro.politica
  const suyo = (suSector: string) => sector === null || suSector === sector
  const datos = {
    ...(sector === null ? {} : { sector }),
    ...(corte === null ? {} : { corte: { periodo: corte.nombre, fecha: libro.politica.fechaCorte } }),
    politica: { nombre, sigla, documento, vigencia, inicio, fin, ...grupo(indicadores.politica) },
    productos: indicadores.productos.filter((p) => suyo(p.producto.sector)).map(producto),
    sectores: indicadores.sectores.filter((s) => suyo(s.nombre)).map((s) => ({ nombre: s.nombre, ...grupo(s.grupo) })),
    objetivos: (sector === null ? indicadores.objetivos : []).map((o) => ({ numero: o.numero, ...grupo(o.grupo) })),
    tablas: publicado.tablas.filter(propia).map((t) => ({
      numero: Number(t.numero),
      id: t.id,
      titulo: t.titulo,
      columnas: t.columnas.map((c) => c.titulo),
      filas: t.filas.map(valoresDeFila),
    })),
    graficas: publicado.graficas.filter(propia).map((g) => ({
      numero: Number(g.numero),
      id: g.id,
      titulo: g.titulo,
      textoAlternativo: g.textoAlternativo,
      etiquetas: g.etiquetas,
      series: g.series.map((s) => ({ nombre: s.nombre, valores: s.valores })),
    })),
  }
  return `${JSON.stringify(datos, null, 2)}\n`
}

/** Not one of the extras, whose figures are all in the rest. */
function propia({ extra }: { readonly extra: boolean }): boolean {
  return !extra
}

const SIN_COLORES = { verde: null, amarillo: null, rojo: null }

function grupo(g: IndicadoresGrupo) {
  return {
    productos: g.productos,
    conMeta: g.conMeta,
    avance: numero(g.avance),
    planeado: numero(g.planeado),
    diferencia: numero(g.diferencia),
    balance: g.balance,
    ...(g.balance === 'en-curso' ? SIN_COLORES : { verde: g.verde, amarillo: g.amarillo, rojo: g.rojo }),
    sinMeta: g.sinMeta,
    cumplidos: g.cumplidos,
  }
}

function producto(p: IndicadoresProducto) {
  return {
    codigo: p.producto.codigo,
    nombre: p.producto.nombre,
    sector: p.producto.sector,
    objetivo: p.producto.objetivo,
    tipoAnualizacion: p.producto.tipo,
    periodicidad: p.producto.periodicidad,
    unidad: p.producto.unidad,
    metaVigencia: numero(p.metaVigencia),
    logroVigencia: numero(p.logroVigencia),
    cumplimiento: numero(p.cumplimiento),
    cumplimientoPorcentaje: p.cumplimientoPorcentaje,
    semaforo: p.semaforo,
    situacion: p.situacion,
    metaAcumulada: numero(p.metaAcumulada),
    logroAcumulado: numero(p.logroAcumulado),
    metaFinal: numero(p.metaFinal),
    diferenciaAcumulada: numero(p.diferenciaAcumulada),
    balance: p.balance,
  }
}
