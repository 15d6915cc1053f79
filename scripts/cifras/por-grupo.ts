import { type ColumnaDeFormulas, columnaDe, en } from './hoja.js'
import type { Plan } from './plan.js'
import { POR_PRODUCTO, TITULOS_POR_PRODUCTO } from './por-producto.js'

/** Sheet with the figures of the policy, each sector and each objetivo, one a row. */
export const POR_GRUPO = 'Grupos'

/** First two cells of each row: what kind of group, and its name or number. */
export function grupos({ sectores, objetivos }: Plan): readonly (readonly [string, string | number])[] {
  return [
    ['política', 'todos'],
    ...sectores.map((sector): [string, string] => ['sector', sector]),
    ...objetivos.map((objetivo): [string, number] => ['objetivo', Number(objetivo)]),
  ]
}

const TITULOS = [
  ...['Grupo', 'Nombre', 'Productos', 'Con meta', 'Verde', 'Amarillo', 'Rojo', 'Sin meta', 'Cumplidos'],
  ...['Avance', 'Planeado', 'Diferencia', 'Avance %', 'Planeado %', 'Diferencia en puntos', 'Balance'],
]

/** Columns after the first two. Source of each formula: contract, «Computation». */
export function porGrupo({ productos }: Plan): readonly ColumnaDeFormulas[] {
  const c = en(TITULOS)
  const de = (titulo: string) => columnaDe(POR_PRODUCTO, TITULOS_POR_PRODUCTO, titulo, productos.filas.length)
  /** 1 for each product of the group, 0 for the others. */
  const esDelGrupo = (r: number) =>
    `(($A${r}="política")+($A${r}="sector")*(${de('Sector')}=$B${r})+($A${r}="objetivo")*(${de('Objetivo')}=$B${r}))`
  const cuenta = (titulo: string, ...valores: readonly string[]) => ({
    formula: (r: number) => `SUMPRODUCT(${esDelGrupo(r)}*(${valores.map((valor) => `(${de(titulo)}="${valor}")`).join('+')}))`,
  })
  const media = (titulo: string) => ({
    formula: (r: number) => `SUMPRODUCT(${esDelGrupo(r)}*${de('Peso')}*${de(titulo)})/SUMPRODUCT(${esDelGrupo(r)}*${de('Peso')})`,
  })
  const entero = (titulo: string) => ({ formula: (r: number) => `ROUND(ROUND(${c(titulo, r)}*100,9),0)` })
  return [
    { titulo: 'Productos', formula: (r) => `SUMPRODUCT(${esDelGrupo(r)}*1)` },
    { titulo: 'Con meta', ...cuenta('Situación', 'con meta') },
    { titulo: 'Verde', ...cuenta('Semáforo', 'Verde') },
    { titulo: 'Amarillo', ...cuenta('Semáforo', 'Amarillo') },
    { titulo: 'Rojo', ...cuenta('Semáforo', 'Rojo') },
    { titulo: 'Sin meta', ...cuenta('Situación', 'sin meta', 'no iniciado', 'vencido') },
    { titulo: 'Cumplidos', ...cuenta('Situación', 'cumplido') },
    { titulo: 'Avance', ...media('Avance') },
    { titulo: 'Planeado', ...media('Planeado') },
    { titulo: 'Diferencia', formula: (r) => `${c('Avance', r)}-${c('Planeado', r)}` },
    { titulo: 'Avance %', ...entero('Avance') },
    { titulo: 'Planeado %', ...entero('Planeado') },
    {
      titulo: 'Diferencia en puntos',
      formula: (r) => {
        const puntos = `ROUND(${c('Diferencia', r)}*100,9)`
        return `IF(ABS(${puntos})<1,ROUND(${puntos},1),ROUND(${puntos},0))`
      },
    },
    {
      titulo: 'Balance',
      formula: (r) => {
        const puntos = c('Diferencia en puntos', r)
        return `IF(${puntos}=0,"en cumplimiento",IF(${puntos}<0,"rezago","sobre-ejecución"))`
      },
    },
  ]
}
