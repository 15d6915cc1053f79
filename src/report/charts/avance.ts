/** Avance against planeado: every sector with products, in report order, and the policy as a whole, last. */
import type { Indicadores, IndicadoresGrupo, IndicadoresProducto } from '../../indicators/index.js'
import { aNumero, balanceDelGrupo } from '../../indicators/index.js'
import type { Balance, CampoGrupo, Libro } from '../../model/index.js'
import { hastaCuando } from '../corte.js'
import { cifrasDeGrupo } from '../figures.js'
import { MARCA_REZAGO } from '../format.js'
import type { Cifra, GraficaDeAvance } from '../report.js'

/** What the chart calls the policy as a whole. */
const TODA_LA_POLITICA = 'Toda la política'

/** A row: whose it is, its figures as printed and as they are. */
interface Fila {
  readonly nombre: string
  readonly grupo: IndicadoresGrupo
  readonly cifras: Record<CampoGrupo, Cifra>
}

/** Balances are those that the report prints; an avance in rezago bears its sign. */
export function graficaDeAvance(libro: Libro, { sectores, politica, productos }: Indicadores): GraficaDeAvance {
  const fila = (nombre: string, sujeto: string, grupo: IndicadoresGrupo, suyos: readonly IndicadoresProducto[]): Fila => ({
    nombre,
    grupo,
    cifras: cifrasDeGrupo(libro, grupo, sujeto, suyos),
  })
  const filas = [
    ...sectores.map((s) => fila(s.nombre, s.nombre, s.grupo, s.productos)),
    fila(TODA_LA_POLITICA, 'política', politica, productos),
  ]
  const balances = filas.map(({ grupo }) => balanceDelGrupo(grupo))
  return {
    tipo: 'avance',
    id: 'avance-contra-lo-planeado',
    etiquetas: filas.map(({ nombre }) => nombre),
    balances,
    series: [
      {
        nombre: 'Avance',
        valores: filas.map(({ grupo }) => aNumero(grupo.avance)),
        rotulos: filas.map(({ cifras }, i) => (balances[i] === 'rezago' ? `${MARCA_REZAGO}${cifras.avance.texto}` : cifras.avance.texto)),
      },
      {
        nombre: 'Planeado',
        valores: filas.map(({ grupo }) => aNumero(grupo.planeado)),
        rotulos: filas.map(({ cifras }) => cifras.planeado.texto),
      },
    ],
    textoAlternativo: `Avance acumulado de cada sector ${libro.corte === null ? '' : `a ${hastaCuando(libro)} `}frente a lo planeado a ${libro.politica.vigencia}. ${filas
      .map((f, i) => `${f.nombre}: ${enPalabras(f.cifras, balances[i] ?? 'en-cumplimiento')}`)
      .join('; ')}.`,
  }
}

/** `68 % de 70 % planeado, 2 puntos porcentuales por debajo`. */
function enPalabras({ avance, planeado, diferencia }: Record<CampoGrupo, Cifra>, balance: Balance): string {
  const distancia: Record<Balance, string> = {
    rezago: `${diferencia.texto} por debajo`,
    'en-cumplimiento': 'justo lo planeado',
    'sobre-ejecucion': `${diferencia.texto} por encima`,
    'en-curso': '',
  }
  if (balance === 'en-curso') return `lleva ${avance.texto} de ${planeado.texto} planeado al cierre del año`
  return `avanzó ${avance.texto} frente a ${planeado.texto} planeado, ${distancia[balance]}`
}
