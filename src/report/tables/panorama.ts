/** Tables that show the whole plan at once: every product by sector and state, and every product with all its figures. */
import type { Fraction, Indicadores, IndicadoresProducto } from '../../indicators/index.js'
import { estadoDe } from '../../indicators/index.js'
import type { CampoProducto, EstadoAlCierre, Libro } from '../../model/index.js'
import { ESTADOS } from '../../model/index.js'
import { mesDelCorte } from '../corte.js'
import { cantidad, cifrasDeGrupo, cifrasDeProducto, EN_CURSO, puntosConSigno } from '../figures.js'
import { SENAL_REZAGO } from '../format.js'
import type { CeldaTabla, Frase, Tabla } from '../report.js'
import { conSenal, figura, tabla, texto } from './tabla.js'

/** Names of the states, in their order. */
const NOMBRE_ESTADO: Record<EstadoAlCierre, string> = {
  verde: 'verde',
  amarillo: 'amarillo',
  rojo: 'rojo',
  'sin-meta': 'sin meta',
  cumplido: 'cumplido',
}

/** The map of the plan: for each sector, its products on the ground of their state, its avance and how far it is from what was planned. */
export function mapaDeProductos(libro: Libro, indicadores: Indicadores): Tabla {
  return tabla({
    id: 'mapa-de-productos',
    columnas: [
      { titulo: 'Sector', alinear: 'izquierda', ancho: 2.3, celda: (s) => texto(s.nombre) },
      { titulo: 'Productos', alinear: 'izquierda', ancho: 5.2, celda: (s) => fichas(s.productos) },
      {
        titulo: 'Avance',
        alinear: 'derecha',
        ancho: 1,
        celda: (s) => figura(cifrasDeGrupo(libro, s.grupo, s.nombre, s.productos).avance),
      },
      {
        titulo: 'Frente a lo planeado',
        alinear: 'derecha',
        ancho: 1.2,
        celda: (s) => frenteALoPlaneado(libro, s),
      },
    ],
    filas: indicadores.sectores,
    notas: [[...leyenda(), 'Diferencias en puntos porcentuales.']],
  })
}

function fichas(productos: readonly IndicadoresProducto[]): CeldaTabla {
  const codigos = productos.map((p) => p.producto.codigo).join(' ')
  return {
    valor: codigos,
    texto: codigos,
    origen: null,
    fichas: productos.flatMap((p) => {
      const estado = estadoDe(p)
      if (estado === 'en-curso') return []
      return [{ estado, rotulo: estado === 'rojo' ? `${SENAL_REZAGO}${p.producto.codigo}` : p.producto.codigo }]
    }),
  }
}

function frenteALoPlaneado(libro: Libro, { grupo, nombre, productos }: Indicadores['sectores'][number]): CeldaTabla {
  const { valor, origen } = cifrasDeGrupo(libro, grupo, nombre, productos).diferencia
  const { texto: puntos, rezago } = puntosConSigno(grupo.diferencia)
  return conSenal({ valor, texto: puntos, origen }, rezago)
}

function leyenda(): Frase {
  return ESTADOS.flatMap((estado): Frase => [{ estado, rotulo: NOMBRE_ESTADO[estado] }, ' '])
}

/** Every product of the plan in one table, in order of sector and code. */
export function todosLosProductos(libro: Libro, indicadores: Indicadores): Tabla {
  const { vigencia } = libro.politica
  const monto = (p: IndicadoresProducto, campo: CampoProducto, f: Fraction | null) => celdaDeMonto(libro, p, campo, f)
  return tabla<IndicadoresProducto>({
    id: 'todos-los-productos',
    columnas: [
      {
        titulo: 'Producto',
        alinear: 'izquierda',
        ancho: 8,
        celda: ({ producto }) => ({ ...texto(producto.nombre), codigo: producto.codigo }),
      },
      { titulo: 'Sector', alinear: 'izquierda', ancho: 2, celda: ({ producto }) => texto(producto.sector) },
      { titulo: `Meta ${vigencia}`, alinear: 'derecha', ancho: 1, celda: (p) => monto(p, 'meta', p.metaVigencia) },
      {
        titulo: libro.corte === null ? `Logro ${vigencia}` : `Logro a ${mesDelCorte(libro.corte)}`,
        alinear: 'derecha',
        ancho: 1,
        celda: (p) => conSenal(monto(p, 'logro', p.logroVigencia), libro.corte === null && (p.cumplimiento?.lt(1) ?? false)),
      },
      { titulo: libro.corte === null ? 'Cumpl.' : 'Avance', alinear: 'derecha', ancho: 1.2, celda: (p) => cumplimiento(libro, p) },
      { titulo: 'Meta acum.', alinear: 'derecha', ancho: 1.1, celda: (p) => monto(p, 'meta acumulada', p.metaAcumulada) },
      {
        titulo: 'Logro acum.',
        alinear: 'derecha',
        ancho: 1.1,
        celda: (p) => conSenal(monto(p, 'logro acumulado', p.logroAcumulado), p.balance === 'rezago'),
      },
      { titulo: 'Estado', alinear: 'izquierda', ancho: 1.2, celda: estado },
    ],
    filas: indicadores.productos,
  })
}

function celdaDeMonto(libro: Libro, p: IndicadoresProducto, campo: CampoProducto, f: Fraction | null): CeldaTabla {
  const { valor, origen } = cifrasDeProducto(libro, p)[campo]
  return { valor, texto: f === null ? '–' : cantidad(f, p.producto), origen }
}

function cumplimiento(libro: Libro, p: IndicadoresProducto): CeldaTabla {
  const cifra = cifrasDeProducto(libro, p).cumplimiento
  const sinDato = p.cumplimiento === null || (libro.corte !== null && p.logroVigencia === null)
  return sinDato ? { ...figura(cifra), texto: '–' } : figura(cifra)
}

function estado(p: IndicadoresProducto): CeldaTabla {
  const suyo = estadoDe(p)
  if (suyo === 'en-curso') return { valor: suyo, texto: EN_CURSO, origen: null }
  return { valor: suyo, texto: NOMBRE_ESTADO[suyo], origen: null, fichas: [{ estado: suyo, rotulo: NOMBRE_ESTADO[suyo] }] }
}
