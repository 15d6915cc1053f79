/** Avance of the objetivos and of the sectors at the end of each year. */
import type { AnioDeEvolucion } from '../../indicators/index.js'
import { aNumero, porcentajeEntero } from '../../indicators/index.js'
import type { Libro } from '../../model/index.js'
import { type Evolucion, type EvolucionDelPlan, nombreDeAnio, tieneCurso } from '../evolucion.js'
import { lista, porcentajeDe } from '../format.js'
import type { CeldaTabla, Tabla } from '../report.js'
import { nombreDeObjetivo } from './productos.js'
import { tabla, texto } from './tabla.js'

const ID_EVOLUCION = { objetivos: 'evolucion-de-los-objetivos', sectores: 'evolucion-de-los-sectores' } as const

export function tablasDeEvolucion(libro: Libro, { politica, objetivos, sectores }: EvolucionDelPlan): readonly Tabla[] {
  const deObjetivo = ({ sujeto }: Evolucion) => nombreDeObjetivo(libro.objetivos, Number(sujeto.split(' ').at(-1)))
  return [
    evolucionDe(libro, ID_EVOLUCION.objetivos, 'Objetivo específico', objetivos, politica, deObjetivo),
    evolucionDe(libro, ID_EVOLUCION.sectores, 'Sector', sectores, politica, ({ sujeto }) => sujeto),
  ]
}

function evolucionDe(
  libro: Libro,
  id: string,
  titulo: string,
  grupos: readonly Evolucion[],
  politica: Evolucion,
  nombre: (grupo: Evolucion) => string,
): Tabla {
  const { vigencia } = libro.politica
  const planeado = ({ anios }: Evolucion) => celda('planeado', anios.at(-1))
  const ocultos = [...grupos, politica]
    .filter((grupo) => !tieneCurso(grupo))
    .map((grupo) => (grupo === politica ? 'toda la política' : grupo.sujeto))
  return tabla<Evolucion>({
    id,
    columnas: [
      { titulo, alinear: 'izquierda', ancho: 3.4, celda: (grupo) => texto(nombre(grupo)) },
      ...politica.anios.map(({ anio }, i) => ({
        titulo: nombreDeAnio(libro, anio),
        alinear: 'derecha' as const,
        ancho: 0.9,
        celda: ({ anios }: Evolucion) => celda('avance', anios[i]),
      })),
      { titulo: `Planeado a ${vigencia}`, alinear: 'derecha', ancho: 1.2, celda: planeado },
    ],
    filas: grupos,
    total: [texto('Toda la política'), ...politica.anios.map((anio) => celda('avance', anio)), planeado(politica)],
    notas:
      ocultos.length === 0
        ? []
        : [
            [
              `Sin años anteriores a ${vigencia}, porque alguna de sus series es reconstruida o todavía no tenían metas: ${lista(ocultos)}.`,
            ],
          ],
  })
}

/** A share of the whole plan, as a whole percentage. */
function celda(campo: 'avance' | 'planeado', anio: AnioDeEvolucion | undefined): CeldaTabla {
  const f = anio?.[campo] ?? null
  return {
    valor: f && aNumero(f),
    texto: f === null ? '—' : porcentajeDe(porcentajeEntero(f)),
    origen: { regla: `${campo} al cierre de cada año`, nombre: '', celdas: anio?.celdas[campo] ?? [] },
  }
}
