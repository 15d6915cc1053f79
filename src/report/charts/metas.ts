/** How far each goal of the year has got while the year goes on: no colours, which are for when it ends. */
import type { Indicadores, IndicadoresProducto } from '../../indicators/index.js'
import { aNumero } from '../../indicators/index.js'
import type { Libro } from '../../model/index.js'
import { hastaCuando } from '../corte.js'
import { cantidad, cantidadConUnidad, cifrasDeProducto } from '../figures.js'
import type { GraficaDeMetas } from '../report.js'
import { idGraficaDeSector } from './estados.js'

/** The products of a sector with a goal in the vigencia, by code; without any, a chart of no bars, which no template need place. */
export function graficaDeMetas(libro: Libro, { nombre, productos }: Indicadores['sectores'][number]): GraficaDeMetas {
  const conMeta = productos.filter((p) => p.situacion === 'con-meta')
  return {
    tipo: 'metas',
    id: idGraficaDeSector(nombre),
    codigos: conMeta.map((p) => p.producto.codigo),
    etiquetas: conMeta.map((p) => p.producto.codigo),
    series: [
      {
        nombre: 'Avance de la meta del año',
        valores: conMeta.map(({ logroVigencia, cumplimiento }) => (logroVigencia === null ? null : cumplimiento && aNumero(cumplimiento))),
        rotulos: conMeta.map((p) => rotulo(libro, p)),
      },
    ],
    textoAlternativo: `Barras con el avance de la meta de ${libro.politica.vigencia} de cada producto a ${hastaCuando(libro)}, con una línea en el 100 %. ${conMeta
      .map((p) => `${p.producto.codigo}: ${rotulo(libro, p)}`)
      .join('; ')}.`,
  }
}

/** `46 % (23 de 50 visitas)`, `sin reporte (meta de 50 visitas)`. */
function rotulo(libro: Libro, p: IndicadoresProducto): string {
  const { metaVigencia: meta, logroVigencia: logro, producto } = p
  if (meta === null) return '—'
  if (logro === null) return `sin reporte (meta de ${cantidadConUnidad(meta, producto)})`
  const frente = producto.tipo === 'Decreciente' || producto.unidad === 'Porcentaje' ? ', meta de ' : ' de '
  return `${cifrasDeProducto(libro, p).cumplimiento.texto} (${cantidad(logro, producto)}${frente}${cantidadConUnidad(meta, producto)})`
}
