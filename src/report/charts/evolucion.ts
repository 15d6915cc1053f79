/** Where a group of products stood at the end of each year, beside where it should have been. */
import type { AnioDeEvolucion, Fraction } from '../../indicators/index.js'
import { aNumero, porcentajeEntero } from '../../indicators/index.js'
import type { Libro } from '../../model/index.js'
import { type Evolucion, nombreDeAnio, tieneCurso } from '../evolucion.js'
import { porcentajeDe } from '../format.js'
import type { GraficaDeSerie, SerieDeGrafica } from '../report.js'

/** Null where fewer than two of its years can be told as fact. */
export function graficaDeEvolucion(libro: Libro, evolucion: Evolucion): GraficaDeSerie | null {
  if (!tieneCurso(evolucion)) return null
  const { sujeto, anios, grafica } = evolucion
  const rotulo = (f: Fraction | null) => (f === null ? '—' : porcentajeDe(porcentajeEntero(f)))
  const serie = (nombre: string, de: (a: AnioDeEvolucion) => Fraction | null): SerieDeGrafica => ({
    nombre,
    valores: anios.map((a) => {
      const valor = de(a)
      return valor && aNumero(valor)
    }),
    rotulos: anios.map((a) => rotulo(de(a))),
  })
  const etiquetas = anios.map(({ anio }) => nombreDeAnio(libro, anio))
  return {
    tipo: 'serie',
    id: grafica,
    producto: null,
    unidad: 'Porcentaje',
    etiquetas,
    series: [serie('Planeado', (a) => a.planeado), serie('Avance', (a) => a.avance)],
    textoAlternativo: `Avance acumulado año por año, ${sujeto === 'política' ? 'de toda la política' : `de ${sujeto}`}, frente a lo planeado. ${anios
      .flatMap((a, i) => (a.avance === null ? [] : [`${etiquetas[i]}, ${rotulo(a.avance)} de ${rotulo(a.planeado)} planeado`]))
      .join('; ')}.`,
  }
}
