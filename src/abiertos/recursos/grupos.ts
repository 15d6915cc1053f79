/** The figures of the policy, of each objetivo and of each sector: one row each, one column a figure. */
import type { Indicadores, IndicadoresGrupo } from '../../indicators/index.js'
import type { CampoGrupo } from '../../model/index.js'
import { decimal } from '../numero.js'
import { type Campo, type CampoDe, foranea, PROPORCION, type Recurso, recurso } from '../recurso.js'
import { BALANCE, deHoja, OBJETIVO, porReglaDeGrupo, SECTOR, VIGENCIA } from './campos.js'

interface ConGrupo {
  readonly grupo: IndicadoresGrupo
}

export function resultadosDeGrupos({ politica, objetivos, sectores }: Indicadores, sigla: string, vigencia: number): readonly Recurso[] {
  const suVigencia: CampoDe<ConGrupo> = { ...VIGENCIA, valor: () => vigencia }
  return [
    recurso<ConGrupo>({
      nombre: 'resultados-de-la-politica',
      titulo: 'Resultados de la política',
      descripcion: 'Las cifras de todos los productos juntos. Una fila.',
      clave: ['sigla', 'vigencia'],
      foraneas: [{ campos: ['sigla', 'vigencia'], recurso: 'politica', suyos: ['sigla', 'vigencia'] }],
      campos: [{ ...SIGLA, valor: () => sigla }, suVigencia, ...CIFRAS],
      filas: [{ grupo: politica }],
    }),
    recurso<Indicadores['objetivos'][number]>({
      nombre: 'resultados-por-objetivo',
      titulo: 'Resultados por objetivo',
      descripcion: 'Las cifras de los productos de cada objetivo. Una fila por objetivo.',
      clave: ['objetivo', 'vigencia'],
      foraneas: [foranea('objetivo', 'objetivos')],
      campos: [{ ...OBJETIVO, valor: ({ numero }) => numero }, suVigencia, ...CIFRAS],
      filas: objetivos,
    }),
    recurso<Indicadores['sectores'][number]>({
      nombre: 'resultados-por-sector',
      titulo: 'Resultados por sector',
      descripcion: 'Las cifras de los productos de cada sector que tiene alguno. Una fila por sector.',
      clave: ['sector', 'vigencia'],
      foraneas: [foranea('sector', 'sectores')],
      campos: [{ ...SECTOR, valor: ({ nombre }) => nombre }, suVigencia, ...CIFRAS],
      filas: sectores,
    }),
  ]
}

const SIGLA: Campo = {
  nombre: 'sigla',
  titulo: 'Sigla',
  descripcion: 'Sigla de la política.',
  tipo: 'string',
  unidad: '',
  vacio: null,
  regla: deHoja('Política', 'Sigla'),
}

function cuenta(nombre: string, titulo: string, campo: CampoGrupo, de: (g: IndicadoresGrupo) => number): CampoDe<ConGrupo> {
  const regla = porReglaDeGrupo(campo)
  const descripcion = `${titulo}: cuántos son.`
  return {
    nombre,
    titulo,
    descripcion,
    tipo: 'integer',
    unidad: 'productos',
    vacio: null,
    regla,
    minimo: 0,
    valor: ({ grupo }) => de(grupo),
  }
}

function parte(nombre: 'avance' | 'planeado' | 'diferencia', titulo: string, descripcion: string): CampoDe<ConGrupo> {
  const regla = porReglaDeGrupo(nombre)
  return {
    nombre,
    titulo,
    descripcion,
    tipo: 'number',
    unidad: PROPORCION,
    vacio: null,
    regla,
    valor: ({ grupo }) => decimal(grupo[nombre]),
  }
}

const CIFRAS: readonly CampoDe<ConGrupo>[] = [
  cuenta('productos', 'Productos', 'productos', (g) => g.productos),
  cuenta('con_meta', 'Productos con meta en la vigencia', 'con meta', (g) => g.conMeta),
  parte('avance', 'Avance', 'Cuánto se ha avanzado hacia las metas finales, sin redondear.'),
  parte('planeado', 'Planeado', 'Cuánto se debía haber avanzado hasta la vigencia, sin redondear.'),
  parte('diferencia', 'Diferencia', 'Avance menos planeado, sin redondear; por 100, en puntos porcentuales.'),
  {
    ...BALANCE,
    regla: 'El signo de la diferencia, sin redondear. El informe imprime «en cumplimiento» una que se imprime 0,0.',
    valor: ({ grupo }) => grupo.balance,
  },
  cuenta('verde', 'Productos en verde', 'verde', (g) => g.verde),
  cuenta('amarillo', 'Productos en amarillo', 'amarillo', (g) => g.amarillo),
  cuenta('rojo', 'Productos en rojo', 'rojo', (g) => g.rojo),
  cuenta('sin_meta', 'Productos sin meta', 'sin meta', (g) => g.sinMeta),
  cuenta('cumplidos', 'Productos cumplidos', 'cumplidos', (g) => g.cumplidos),
]
