/** Where a sector or the policy stands, to be seen at a glance: the words and figures of a scorecard. */
import type { IndicadoresGrupo, IndicadoresProducto } from '../indicators/index.js'
import { aNumero } from '../indicators/index.js'
import type { CampoGrupo, Estado, Libro } from '../model/index.js'
import { ESTADOS, ESTADOS_EN_CURSO } from '../model/index.js'
import { etiquetaCorta } from './charts/nombres.js'
import { hastaCuando } from './corte.js'
import { cifrasDeGrupo, cifrasDeProducto } from './figures.js'
import { identificador } from './format.js'
import { enRezago, loQueFalta } from './phrases.js'
import type { Cifra, Ficha, Frase } from './report.js'

const CAMPO: Record<Estado, CampoGrupo> = {
  verde: 'verde',
  amarillo: 'amarillo',
  rojo: 'rojo',
  'en-curso': 'con meta',
  'sin-meta': 'sin meta',
  cumplido: 'cumplidos',
}

export function ficha(libro: Libro, grupo: IndicadoresGrupo, sujeto: string, productos: readonly IndicadoresProducto[]): Ficha {
  const cifras = cifrasDeGrupo(libro, grupo, sujeto, productos)
  const estados: readonly Estado[] = libro.corte === null ? ESTADOS : ESTADOS_EN_CURSO
  return {
    id: `ficha-${identificador(sujeto)}`,
    titular: { cifra: [cifras.avance], rotulo: ['avance acumulado del plan'] },
    barra: {
      titulo: [tituloDeBarra(libro)],
      valor: aNumero(grupo.avance),
      marca: aNumero(grupo.planeado),
      rotuloMarca: ['planeado ', cifras.planeado],
      nota: balanceEnPuntos(cifras),
    },
    cuentas: estados.map((estado) => ({ estado, cifra: [cifras[CAMPO[estado]]], rotulo: [etiquetaCorta(estado, libro)] })),
    notas: rezagos(libro, productos),
    textoAlternativo: `Barra del avance acumulado, ${cifras.avance.texto}, con una marca en lo planeado, ${cifras.planeado.texto}.`,
  }
}

function tituloDeBarra(libro: Libro): string {
  const { corte, politica } = libro
  return corte === null
    ? `Avance frente a lo planeado a ${politica.vigencia}`
    : `Avance a ${hastaCuando(libro)} frente a lo planeado al cierre de ${politica.vigencia}`
}

function balanceEnPuntos({ balance, diferencia }: Record<CampoGrupo, Cifra>): Frase {
  switch (balance.valor) {
    case 'rezago':
      return [enRezago([diferencia, ' por debajo de lo planeado'])]
    case 'sobre-ejecucion':
      return [diferencia, ' por encima de lo planeado']
    case 'en-curso':
      return ['en curso: el año no ha terminado']
    default:
      return ['justo lo planeado']
  }
}

/** The products with a backlog in what is accumulated, each with what it lacks; one line, or none. */
function rezagos(libro: Libro, productos: readonly IndicadoresProducto[]): readonly Frase[] {
  const atrasados = productos.filter((p) => p.balance === 'rezago')
  if (atrasados.length === 0) return []
  const uno = (p: IndicadoresProducto): Frase => [
    { codigo: p.producto.codigo },
    ' (',
    ...loQueFalta(p, cifrasDeProducto(libro, p).diferencia),
    ')',
  ]
  return [[enRezago(['Con rezago acumulado:']), ' ', ...atrasados.flatMap((p, i): Frase => [...(i === 0 ? [] : ['; ']), ...uno(p)]), '.']]
}
