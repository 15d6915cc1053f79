/** The sheets that say what the policy is: its data, its people, its objectives, its sectors. */
import type { Clase } from '../hoja.js'
import { columna, type EsquemaHoja } from './columnas.js'

/** A field of `Política`: what its value is, what it means, and how one looks. */
export interface CampoDePolitica {
  readonly campo: string
  readonly clase: Clase
  readonly ayuda: string
}

/** Every field of `Política`, in the order in which a new workbook lists them. */
export const CAMPOS_DE_POLITICA: readonly CampoDePolitica[] = [
  { campo: 'Nombre', clase: 'texto', ayuda: 'Nombre oficial completo de la política.' },
  { campo: 'Sigla', clase: 'texto', ayuda: 'La sigla con que se la nombra; también va en el nombre de los archivos.' },
  { campo: 'Documento', clase: 'texto', ayuda: 'El acto que la adoptó: CONPES D.C. número y año.' },
  { campo: 'Fecha de aprobación', clase: 'fecha', ayuda: 'Día en que se aprobó ese documento.' },
  { campo: 'Año inicial del plan', clase: 'anio', ayuda: 'Primer año del plan de acción.' },
  { campo: 'Año final del plan', clase: 'anio', ayuda: 'Último año del plan de acción.' },
  { campo: 'Vigencia', clase: 'anio', ayuda: 'El año del que trata el informe; está dentro del plan.' },
  { campo: 'Fecha de corte', clase: 'fecha', ayuda: 'Día hasta el que se contó lo hecho; fecha también los documentos.' },
  { campo: 'Entidad líder', clase: 'texto', ayuda: 'La entidad que coordina la política y publica el informe.' },
  { campo: 'Sigla de la entidad', clase: 'texto', ayuda: 'La sigla de esa entidad.' },
  { campo: 'Dependencia', clase: 'texto', ayuda: 'La dirección o subsecretaría que hace el informe.' },
  { campo: 'Sector líder', clase: 'texto', ayuda: 'El sector al que pertenece la entidad líder.' },
  { campo: 'Ciudad', clase: 'texto', ayuda: 'La ciudad que se imprime en la portada.' },
  { campo: 'Año de publicación', clase: 'anio', ayuda: 'Año en que se publica el informe.' },
]

export const HOJA_POLITICA: EsquemaHoja = {
  nombre: 'Política',
  titulo: 'Datos de la política y de esta edición',
  nota: 'Todos los campos son obligatorios.',
  contiene: 'Datos de la política y de la edición del informe.',
  diligencia:
    'Un valor por campo; todos son obligatorios. Las fechas se escriben como fecha de Excel. La vigencia debe estar entre el año inicial y el final del plan.',
  columnas: [
    columna('Campo', 'texto', 28, { obligatoria: true, ayuda: 'El nombre del dato. No lo cambie.' }),
    columna('Valor', 'texto', 60, { obligatoria: true, ayuda: 'El dato. Todos son obligatorios; cada celda dice qué espera.' }),
  ],
}

export const HOJA_CREDITOS: EsquemaHoja = {
  nombre: 'Créditos',
  titulo: 'Créditos',
  nota: 'En el orden en que se imprimen.',
  contiene: 'Personas de la página de créditos, en el orden en que se imprimen.',
  diligencia: 'Agrupe por entidad o equipo en la columna Grupo. Si el informe no lleva créditos, borre la hoja.',
  columnas: [
    columna('Grupo', 'texto', 36, { obligatoria: true, ayuda: 'Entidad o equipo bajo cuyo título se imprime la persona.' }),
    columna('Cargo', 'texto', 52, { ayuda: 'Cargo de la persona; vacío si no se imprime.' }),
    columna('Nombre', 'texto', 36, { obligatoria: true, ayuda: 'Nombre y apellidos, como se imprimen.' }),
  ],
}

export const HOJA_OBJETIVOS: EsquemaHoja = {
  nombre: 'Objetivos',
  titulo: 'Objetivos específicos',
  nota: 'El número es la primera parte del código de los productos.',
  contiene: 'Objetivos específicos y sus conclusiones.',
  diligencia:
    'El número es la primera parte del código de los productos. Las conclusiones admiten párrafos, listas, énfasis, enlaces y notas al pie en Markdown.',
  columnas: [
    columna('Objetivo', 'entero', 10, { obligatoria: true, ayuda: 'Número entero; no se repite.' }),
    columna('Enunciado', 'texto', 60, { obligatoria: true, ayuda: 'El objetivo, como lo enuncia la política.' }),
    columna('Conclusiones', 'prosa', 100, {
      ayuda:
        'Qué se concluye de la vigencia sobre este objetivo. Admite Markdown. Las cifras se nombran, no se escriben: [[objetivo 1 productos]].',
    }),
  ],
}

export const HOJA_SECTORES: EsquemaHoja = {
  nombre: 'Sectores',
  titulo: 'Sectores responsables',
  nota: 'En el orden de los capítulos del informe.',
  contiene: 'Sectores responsables, en el orden de los capítulos, y sus conclusiones.',
  diligencia: 'El orden no se repite. La lista desplegable de la hoja Productos se alimenta de aquí.',
  columnas: [
    columna('Orden', 'entero', 8, { obligatoria: true, ayuda: 'Lugar de su capítulo en el informe; no se repite.' }),
    columna('Sector', 'texto', 40, { obligatoria: true, ayuda: 'Nombre del sector; no se repite.' }),
    columna('Conclusiones', 'prosa', 110, {
      ayuda:
        'Qué se concluye de la vigencia sobre el sector. Admite Markdown. Las cifras se nombran, no se escriben: [[nombre del sector avance]].',
    }),
  ],
}
