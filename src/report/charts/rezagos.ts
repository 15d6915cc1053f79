/** The products furthest behind what was due by now. */
import type { Fraction, Indicadores, Rezago } from '../../indicators/index.js'
import { aNumero, puntosPorcentuales, redondear, rezagosMayores } from '../../indicators/index.js'
import type { Libro } from '../../model/index.js'
import { cantidad, cifrasDeProducto } from '../figures.js'
import { contado, MARCA_REZAGO, NBSP, numero } from '../format.js'
import { enPalabras, loQueFalta } from '../phrases.js'
import type { Cifra, GraficaDeRezagos } from '../report.js'

/** How many backlogs are shown, at most. */
const MAYORES = 10

/** The products of the chart, in its order. */
export function rezagosDeLaGrafica({ productos }: Indicadores): readonly Rezago[] {
  return rezagosMayores(productos, MAYORES)
}

/** Null where no product is in rezago. Each bar is named by its code and sector: `1.2.5 Salud`. */
export function graficaDeRezagos(libro: Libro, indicadores: Indicadores): GraficaDeRezagos | null {
  const rezagos = rezagosDeLaGrafica(indicadores)
  if (rezagos.length === 0) return null
  return {
    tipo: 'rezagos',
    id: 'rezagos-mayores',
    codigos: rezagos.map(({ de }) => de.producto.codigo),
    etiquetas: rezagos.map(({ de }) => `${de.producto.codigo} ${de.producto.sector}`),
    series: [
      {
        nombre: 'Parte que falta de lo previsto a la fecha',
        valores: rezagos.map(({ falta }) => aNumero(falta)),
        rotulos: rezagos.map((r) => `${MARCA_REZAGO}${parte(r.falta)} (${cuanto(libro, r, cantidadSuelta(r))})`),
      },
    ],
    textoAlternativo: `Parte que falta de la meta acumulada a ${libro.politica.vigencia}, de mayor a menor. ${rezagos
      .map((r) => {
        const { codigo, sector } = r.de.producto
        const { diferencia } = cifrasDeProducto(libro, r.de)
        return `${codigo}, del sector ${sector}: ${parte(r.falta)} (${cuanto(libro, r, diferencia.texto)})`
      })
      .join('; ')}.`,
  }
}

/** A share as a percentage, rounded as a diferencia is: one under 1 % is not printed as none. */
function parte(falta: Fraction): string {
  const { valor, decimales } = puntosPorcentuales(falta)
  return `${numero(valor, decimales)}${NBSP}%`
}

/** `faltan 5 visitas`, `10 más de lo previsto`, where `impresa` is how the diferencia is printed. */
function cuanto(libro: Libro, { de }: Rezago, impresa: string): string {
  const diferencia: Cifra = { ...cifrasDeProducto(libro, de).diferencia, texto: impresa }
  return enPalabras(loQueFalta(de, diferencia))
}

/** The size of the diferencia in as few words as a chart has room for: `5`, `75 puntos`. */
function cantidadSuelta({ de: { producto, diferenciaAcumulada } }: Rezago): string {
  if (diferenciaAcumulada === null) return ''
  const size = diferenciaAcumulada.abs()
  if (producto.unidad !== 'Porcentaje') return cantidad(size, producto)
  return contado(numero(redondear(size.mul(100), 2)), 'punto', 'puntos')
}
