/** The look, as data: one table read by both writers and the charts. Lengths in points unless a name says otherwise; the page in millimetres. */
import { z } from 'zod'
import { color, letra, medidas, noNegativo, positivo } from './medidas.js'
import { modos, usos } from './usos.js'

const estilo = z.strictObject({
  fuente: z.enum(['titulos', 'texto']),
  peso: z.enum(['normal', 'negrita']),
  cuerpo: letra,
  /** Exact line pitch. */
  linea: letra,
  /** Added between letters, where anything is; below zero, they stand closer. */
  espaciado: z.number().min(-20).max(50).optional(),
  color: z.enum(['tinta', 'gris', 'casa', 'papel', 'portadaTinta', 'portadaTenue']),
  antes: noNegativo,
  despues: noNegativo,
})

/** Millimetres. What the margins leave is most of the page. */
const pagina = z
  .strictObject({ ancho: positivo, alto: positivo, margen: positivo, encabezado: positivo, pie: positivo })
  .superRefine(({ ancho, alto, margen }, { addIssue }) => {
    if (ancho < 50 || alto < 50) addIssue({ code: 'custom', path: [], message: 'una página de al menos 50 × 50 mm' })
    if (margen > Math.min(ancho, alto) / 3)
      addIssue({ code: 'custom', path: ['margen'], message: 'hasta un tercio del lado menor de la página' })
  })

const relleno = z.strictObject({ relleno: color, trama: z.enum(['lisa', 'rayada', 'punteada']) })

export const esquemaTema = z.strictObject({
  nombre: z.string().min(1),
  pagina,
  /** Picture of the entity for the cover, by its path within the templates folder; null for none. */
  logo: z.string().nullable(),
  fuentes: z.strictObject({ titulos: z.string().min(1), texto: z.string().min(1) }),
  colores: z.strictObject({
    tinta: color,
    gris: color,
    linea: color,
    velo: color,
    casa: color,
    acento: color,
    papel: color,
    rezago: color,
    logro: color,
    /** Ground of the cover, what is written on it, and its lesser words. */
    portada: color,
    portadaTinta: color,
    portadaTenue: color,
  }),
  /** `en-curso`, of the follow-ups within a year, has a colour that is of no state where a theme says none. */
  estados: z.strictObject({
    verde: relleno,
    amarillo: relleno,
    rojo: relleno,
    'sin-meta': relleno,
    cumplido: relleno,
    'en-curso': relleno.default({ relleno: '#16324F', trama: 'punteada' }),
  }),
  estilos: z.strictObject({
    portada: estilo,
    subportada: estilo,
    /** Who publishes, and the small words at the foot of the cover. */
    entidad: estilo,
    piePortada: estilo,
    antetitulo: estilo,
    titulo1: estilo,
    titulo2: estilo,
    titulo3: estilo,
    titulo4: estilo,
    texto: estilo,
    entrada: estilo,
    rotulo: estilo,
    tablaTitulo: estilo,
    tabla: estilo,
    nota: estilo,
    /** Header and footer; its blank after is that over the line under the header. */
    encabezado: estilo,
    numeroPagina: estilo,
    /** The large figure of a scorecard. */
    cifra: estilo,
    /** Lines of the contents: those of the first level, and the rest, as those of the other indices. */
    indicePrincipal: estilo,
    indice: estilo,
  }),
  ...medidas,
  /** `ancho`: printed width; `barra`, `entreBarras`: height of a bar and of the gap under it; `densidad`: pixels a point of the PNG. */
  grafica: z.strictObject({
    ancho: positivo,
    barra: positivo,
    entreBarras: positivo,
    contorno: positivo,
    cuerpo: positivo,
    densidad: positivo.max(20),
  }),
  usos,
  modos,
})

export type Theme = z.infer<typeof esquemaTema>
export type TextStyle = Theme['estilos'][keyof Theme['estilos']]
