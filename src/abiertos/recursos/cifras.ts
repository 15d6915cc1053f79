/** Every amount and share of each product: one row a product, a year and an indicador. */
import type { Fraction, Indicadores, IndicadoresProducto } from '../../indicators/index.js'
import { serieAnual } from '../../indicators/index.js'
import type { Avance, CampoProducto, Producto } from '../../model/index.js'
import { decimal } from '../numero.js'
import { type CampoDe, foranea, type Recurso, recurso } from '../recurso.js'
import { CODIGO, porReglaDeProducto } from './campos.js'

type Cifra = 'meta' | 'logro' | keyof typeof DE_LA_VIGENCIA

interface Fila {
  readonly producto: Producto
  readonly anio: number
  readonly indicador: Cifra
  readonly valor: Fraction | null
  /** The last period that the achievement of the year counts, where they are not all there. */
  readonly hasta: Avance['hasta']
}

/** What is told of the vigencia alone; `monto`: in the unit of the product, and not a share. */
const DE_LA_VIGENCIA = {
  cumplimiento: { monto: false, de: (p: IndicadoresProducto) => p.cumplimiento },
  meta_acumulada: { monto: true, de: (p: IndicadoresProducto) => p.metaAcumulada },
  logro_acumulado: { monto: true, de: (p: IndicadoresProducto) => p.logroAcumulado },
  diferencia_acumulada: { monto: true, de: (p: IndicadoresProducto) => p.diferenciaAcumulada },
  avance: { monto: false, de: (p: IndicadoresProducto) => p.avance },
  planeado: { monto: false, de: (p: IndicadoresProducto) => p.planeado },
} as const

const CIFRAS: readonly Cifra[] = [
  'meta',
  'logro',
  'cumplimiento',
  'meta_acumulada',
  'logro_acumulado',
  'diferencia_acumulada',
  'avance',
  'planeado',
]

/** Name of the table that tells what each indicador is. */
const INDICADORES = 'indicadores'

const indicador = (descripcion: string): CampoDe<{ readonly indicador: Cifra }> => ({
  nombre: 'indicador',
  titulo: 'Indicador',
  descripcion,
  tipo: 'string',
  unidad: '',
  vacio: null,
  regla: 'Nombre que le da el programa.',
  valores: CIFRAS,
  valor: (fila) => fila.indicador,
})

export function cifrasDeProductos({ productos }: Indicadores, vigencia: number): Recurso {
  return recurso<Fila>({
    nombre: 'cifras-de-productos',
    titulo: 'Cifras de los productos',
    descripcion:
      'Las cifras de cada producto, una por fila: su valor en un año para un indicador. De la vigencia están todas, aunque no tengan valor; de los demás años, las metas y los logros que el informe puede contar como hechos.',
    clave: ['codigo', 'anio', 'indicador'],
    foraneas: [foranea('codigo', 'productos'), foranea('indicador', INDICADORES)],
    campos: [
      { ...CODIGO, valor: ({ producto }) => producto.codigo },
      {
        nombre: 'anio',
        titulo: 'Año',
        descripcion: 'Año de la cifra. El de las acumuladas es la vigencia, hasta la que cuentan.',
        tipo: 'year',
        unidad: '',
        vacio: null,
        regla: 'Columnas de las hojas Metas y Avances; la vigencia, de la hoja Política.',
        valor: ({ anio }) => anio,
      },
      indicador(`Qué se mide. Lo que significa cada uno está en la tabla «${INDICADORES}».`),
      {
        nombre: 'valor',
        titulo: 'Valor',
        descripcion: 'La cifra, sin redondear.',
        tipo: 'number',
        unidad: 'la de la columna «unidad»',
        vacio: 'No hay esa cifra: no se fijó meta, no se reportó logro o no hay con qué calcularla. No es cero.',
        regla: `La de su indicador, en la tabla «${INDICADORES}».`,
        valor: ({ valor }) => decimal(valor),
        proporcion: esProporcion,
      },
      {
        nombre: 'unidad',
        titulo: 'Unidad',
        descripcion:
          'En qué está el valor: «proporción», en que 1 es 100 %, o lo que el producto cuenta («unidades» si el libro no le da nombre).',
        tipo: 'string',
        unidad: '',
        vacio: null,
        regla: 'Hoja Productos, columnas Unidad y Unidad de medida (plural).',
        valor: (fila) => (esProporcion(fila) ? 'proporción' : (fila.producto.unidadPlural ?? 'unidades')),
      },
      {
        nombre: 'hasta',
        titulo: 'Hasta',
        descripcion: 'Último periodo que cuenta un logro, si aún no están todos los de su año: 2031-T2, el segundo trimestre.',
        tipo: 'string',
        unidad: '',
        vacio: 'El año está completo, o la cifra no es un logro.',
        regla: 'Columnas de periodos de la hoja Avances.',
        valor: ({ anio, hasta }) =>
          hasta === null ? null : `${anio}-${hasta.tipo}${String(hasta.numero).padStart(hasta.tipo === 'M' ? 2 : 1, '0')}`,
      },
    ],
    filas: productos.flatMap((p) => [...deOtrosAnios(p.producto, vigencia), ...deLaVigencia(p, vigencia)]),
  })
}

/** The vocabulary of `indicador`, each with its rule. */
export function indicadores(): Recurso {
  return recurso<{ readonly indicador: Cifra; readonly regla: string }>({
    nombre: INDICADORES,
    titulo: 'Indicadores',
    descripcion: 'Qué es cada indicador de las cifras de los productos. Una fila por indicador.',
    clave: ['indicador'],
    campos: [
      indicador('Nombre del indicador.'),
      {
        nombre: 'regla',
        titulo: 'Regla',
        descripcion: 'Cómo se calcula, y dónde está escrito.',
        tipo: 'string',
        unidad: '',
        vacio: null,
        regla: 'La del programa.',
        valor: ({ regla }) => regla,
      },
    ],
    filas: CIFRAS.map((indicador) => ({ indicador, regla: REGLAS[indicador] })),
  })
}

const DEL_PRODUCTO = (campo: CampoProducto) => porReglaDeProducto(campo)

const REGLAS: Readonly<Record<Cifra, string>> = {
  meta: 'La meta que el plan fija para ese año. Una meta de 0 solo lo es en un producto Decreciente. (docs/libro.md, «De un producto»)',
  logro: 'El logro que el sector reportó para ese año. (docs/libro.md, «De un producto»)',
  cumplimiento: DEL_PRODUCTO('cumplimiento'),
  meta_acumulada: DEL_PRODUCTO('meta acumulada'),
  logro_acumulado: DEL_PRODUCTO('logro acumulado'),
  diferencia_acumulada: DEL_PRODUCTO('diferencia'),
  avance:
    'Logro acumulado entre meta final, entre 0 y 1; en un producto Decreciente, la parte recorrida desde la línea base. Sin logro, 0. (docs/libro.md, «De un sector, de un objetivo y de la política»)',
  planeado:
    'Meta acumulada entre meta final, entre 0 y 1; en un producto Decreciente, la parte por recorrer desde la línea base. Sin meta, 0. (docs/libro.md, «De un sector, de un objetivo y de la política»)',
}

function esProporcion({ producto, indicador }: Fila): boolean {
  const monto = indicador === 'meta' || indicador === 'logro' || DE_LA_VIGENCIA[indicador].monto
  return !monto || producto.unidad === 'Porcentaje'
}

function deLaVigencia(p: IndicadoresProducto, anio: number): readonly Fila[] {
  const fila = (indicador: Cifra, valor: Fraction | null, hasta: Avance['hasta'] = null): Fila => ({
    producto: p.producto,
    anio,
    indicador,
    valor,
    hasta,
  })
  return [
    fila('meta', p.metaVigencia),
    fila('logro', p.logroVigencia, p.producto.avances.get(anio)?.hasta ?? null),
    ...Object.entries(DE_LA_VIGENCIA).map(([indicador, { de }]) => fila(indicador as keyof typeof DE_LA_VIGENCIA, de(p))),
  ]
}

function deOtrosAnios(producto: Producto, vigencia: number): readonly Fila[] {
  return serieAnual(producto, vigencia)
    .filter(({ anio }) => anio !== vigencia)
    .flatMap(({ anio, meta, logro, hasta }): readonly Fila[] => [
      ...(meta === null ? [] : [{ producto, anio, indicador: 'meta' as const, valor: meta, hasta: null }]),
      ...(logro === null ? [] : [{ producto, anio, indicador: 'logro' as const, valor: logro, hasta }]),
    ])
}
