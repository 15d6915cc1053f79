/** What each product is in the vigencia, in classes: one row a product. */
import type { Indicadores, IndicadoresProducto } from '../../indicators/index.js'
import { estadoDe } from '../../indicators/index.js'
import { COLORES, ESTADOS, SITUACIONES } from '../../model/index.js'
import { foranea, type Recurso, recurso } from '../recurso.js'
import { BALANCE, CODIGO, porReglaDeProducto, VIGENCIA } from './campos.js'

const SIN_META = 'El producto no tiene meta en la vigencia.'

export function estadosDeProductos({ productos }: Indicadores, vigencia: number): Recurso {
  return recurso<IndicadoresProducto>({
    nombre: 'estados-de-productos',
    titulo: 'Estado de los productos',
    descripcion: 'Cómo va cada producto en la vigencia, por clases. Una fila por producto.',
    clave: ['codigo', 'vigencia'],
    foraneas: [foranea('codigo', 'productos'), foranea('semaforo', 'semaforo', 'color')],
    campos: [
      { ...CODIGO, valor: ({ producto }) => producto.codigo },
      { ...VIGENCIA, valor: () => vigencia },
      {
        nombre: 'situacion',
        titulo: 'Situación',
        descripcion: 'Si tiene meta en la vigencia y, si no, por qué.',
        tipo: 'string',
        unidad: '',
        vacio: null,
        regla: porReglaDeProducto('situación'),
        valores: SITUACIONES,
        valor: (p) => p.situacion,
      },
      {
        nombre: 'cumplimiento_porcentaje',
        titulo: 'Cumplimiento, en porcentaje',
        descripcion: 'El cumplimiento como se imprime: redondeado a un entero, la mitad hacia afuera.',
        tipo: 'integer',
        unidad: '%',
        vacio: SIN_META,
        regla: porReglaDeProducto('cumplimiento'),
        valor: (p) => p.cumplimientoPorcentaje,
      },
      {
        nombre: 'semaforo',
        titulo: 'Semáforo',
        descripcion: 'Color de su cumplimiento.',
        tipo: 'string',
        unidad: '',
        vacio: SIN_META,
        regla: porReglaDeProducto('semáforo'),
        valores: COLORES,
        valor: (p) => p.semaforo,
      },
      {
        nombre: 'estado',
        titulo: 'Estado',
        descripcion:
          'La clase con que se cuenta y se pinta: su color o, sin meta, si ya se cumplió. «sin-meta» reúne sin meta, no iniciado y vencido.',
        tipo: 'string',
        unidad: '',
        vacio: null,
        regla: 'El semáforo o, sin él, la situación.',
        valores: ESTADOS,
        valor: estadoDe,
      },
      { ...BALANCE, vacio: 'Aún no hay metas acumuladas.', regla: porReglaDeProducto('balance'), valor: (p) => p.balance },
    ],
    filas: productos,
  })
}
