/** Tables and charts named by hand: their numbers move when the report does. */
import { normalizarNombre } from '../../model/index.js'
import type { Hechos } from '../hechos.js'
import { type OracionLeida, reparo } from '../leido.js'
import { plano } from '../lengua/palabras.js'
import { porOracion, type ReglaDeProsa } from './regla.js'

interface Citada {
  readonly clase: 'Tabla' | 'Gráfica'
  readonly numero: string
}

function citada(texto: string): Citada | null {
  const [, nombre, numero] = /^(tabla|cuadro|grafic[ao]|figura)s? (?:n\.?[°º] ?|no\. ?)?(a?\d{1,3})$/u.exec(plano(texto)) ?? []
  if (nombre === undefined || numero === undefined) return null
  return { clase: nombre === 'tabla' || nombre === 'cuadro' ? 'Tabla' : 'Gráfica', numero: numero.toUpperCase() }
}

const publicadas = ({ publicado }: Hechos, clase: Citada['clase']) => (clase === 'Tabla' ? publicado.tablas : publicado.graficas)

const revisar = porOracion((oracion, hechos) =>
  oracion.marcas.flatMap((marca) => {
    const cita = marca.clase === 'referencia' ? citada(marca.texto) : null
    if (cita === null) return []
    const todas = publicadas(hechos, cita.clase)
    const suya = todas.find(({ numero }) => numero === cita.numero)
    if (suya === undefined) {
      const explicacion = `El informe no tiene una ${cita.clase} ${cita.numero}: la última es la ${cita.clase} ${todas.findLast((t) => !t.extra)?.numero ?? '0'}.`
      return [reparo(oracion, marca, { esperado: '', explicacion })]
    }
    const debida = delSector(oracion, todas, hechos)
    if (debida === null || debida.numero === suya.numero) return []
    const explicacion = `La ${cita.clase} ${cita.numero} es «${suya.titulo}»; la de ese sector es la ${cita.clase} ${debida.numero}.`
    return [reparo(oracion, marca, { esperado: `${cita.clase} ${debida.numero}`, explicacion })]
  }),
)

/** The table or chart of the only sector that the sentence says it is of; null where it says none. */
function delSector({ plana }: OracionLeida, todas: readonly { readonly numero: string; readonly titulo: string }[], hechos: Hechos) {
  const nombrados = [...hechos.sectores.keys()].filter((nombre) => plana.includes(`sector ${nombre}`))
  const [unico] = nombrados
  if (unico === undefined || nombrados.length > 1) return null
  const suyas = todas.filter(({ titulo }) => normalizarNombre(titulo).includes(`sector ${unico}`))
  return suyas.length === 1 ? (suyas[0] ?? null) : null
}

export const REGLAS_DE_REFERENCIAS: readonly ReglaDeProsa[] = [
  {
    id: 'referencia',
    severidad: 'contradiccion',
    que: 'Una tabla o una gráfica citada a mano que no existe o que es de otro sector.',
    debe: { texto: 'Como se ve en la Tabla 99, la mayor parte se mide una vez al año.' },
    no: { texto: 'La Tabla 1 resume los productos por sector.' },
    revisar,
  },
]
