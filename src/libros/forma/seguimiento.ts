/** The sheets that not every policy has: events, texts of the edition, what was accepted, who reported. */
import { columna, type EsquemaHoja } from './columnas.js'

export const HOJA_CAPACITACIONES: EsquemaHoja = {
  nombre: 'Capacitaciones',
  titulo: 'Capacitaciones',
  nota: 'Una fila por estación.',
  contiene: 'Sesiones dictadas en cada estación de policía.',
  diligencia: 'Una fila por estación. Si la política no las tiene, borre la hoja.',
  columnas: [
    columna('Estación de policía', 'texto', 30, { obligatoria: true, ayuda: 'Dónde se dictó.' }),
    columna('Mes', 'texto', 16, { obligatoria: true, ayuda: 'El mes, en palabras: marzo.' }),
    columna('Participantes', 'entero', 14, { obligatoria: true, ayuda: 'Cuántas personas asistieron.' }),
    columna('Sesiones', 'entero', 12, { obligatoria: true, ayuda: 'Cuántas sesiones hubo.' }),
  ],
}

export const HOJA_JORNADAS: EsquemaHoja = {
  nombre: 'Jornadas',
  titulo: 'Jornadas de servicios',
  nota: 'Una fila por jornada.',
  contiene: 'Jornadas de servicios: fecha, lugar y asistentes.',
  diligencia: 'Una fila por jornada. Si la política no las tiene, borre la hoja.',
  columnas: [
    columna('Fecha', 'fecha', 13, { obligatoria: true, ayuda: 'El día en que se hizo.' }),
    columna('Lugar', 'texto', 40, { obligatoria: true, ayuda: 'Dónde se hizo.' }),
    columna('Asistentes', 'entero', 12, { obligatoria: true, ayuda: 'Cuántas personas asistieron.' }),
  ],
}

export const HOJA_REUNIONES: EsquemaHoja = {
  nombre: 'Reuniones',
  titulo: 'Reuniones de acompañamiento técnico',
  nota: 'Una fila por reunión, en orden cronológico.',
  contiene: 'Reuniones de acompañamiento técnico.',
  diligencia: 'Una fila por reunión, en orden cronológico; el informe las numera. Si la política no las tiene, borre la hoja.',
  columnas: [
    columna('Entidad o sector', 'texto', 90, { obligatoria: true, ayuda: 'Con quién fue.' }),
    columna('Fecha', 'fecha', 13, { obligatoria: true, ayuda: 'El día en que se hizo.' }),
  ],
}

export const HOJA_TEXTOS: EsquemaHoja = {
  nombre: 'Textos',
  titulo: 'Textos de esta edición',
  nota: 'La clave dice en qué parte del informe va cada texto.',
  contiene: 'Textos del informe que no dependen de un sector ni de un producto.',
  diligencia: 'La clave dice en qué parte va cada texto; no la cambie. Sin título: el informe lo pone.',
  columnas: [
    columna('Clave', 'texto', 28, { obligatoria: true, ayuda: 'La parte del informe en que va. No la cambie.' }),
    columna('Texto', 'prosa', 130, { ayuda: 'El texto, sin título. Admite Markdown. Sin texto, su parte no sale en el informe.' }),
  ],
}

export const HOJA_AUDITORIA: EsquemaHoja = {
  nombre: 'Auditoría',
  titulo: 'Hallazgos aceptados',
  nota: 'Con el nombre que les da «informe auditar». No sale en el informe.',
  contiene: 'Hallazgos de la auditoría que alguien acepta.',
  diligencia:
    'Una fila por hallazgo, con el nombre que da «informe auditar», el motivo y quién responde. Si la cifra o el texto cambian, la fila deja de valer. No sale en el informe.',
  columnas: [
    columna('Hallazgo', 'texto', 28, { obligatoria: true, ayuda: 'El nombre que le da «informe auditar».' }),
    columna('Motivo', 'texto', 80, { ayuda: 'Por qué se acepta.' }),
    columna('Responsable', 'texto', 44, { ayuda: 'Quién lo acepta.' }),
  ],
}

export const HOJA_REGISTRO: EsquemaHoja = {
  nombre: 'Registro',
  titulo: 'Quién reportó qué',
  nota: 'La escribe el programa al consolidar. No sale en el informe.',
  contiene: 'De qué archivo vino lo que reportó cada sector, y cuándo.',
  diligencia: 'La escribe «informe consolidar»; puede agregar filas suyas. No sale en el informe.',
  columnas: [
    columna('Fecha', 'fecha', 13, { ayuda: 'El día en que se recibió.' }),
    columna('Quién', 'texto', 40, { ayuda: 'Quién lo reportó.' }),
    columna('Archivo', 'texto', 44, { ayuda: 'El archivo del que vino.' }),
    columna('Qué', 'texto', 80, { ayuda: 'Qué traía.' }),
  ],
}
