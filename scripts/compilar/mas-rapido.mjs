// What libraries do slowly, said faster as they are bundled, with the same results: the docx library gives the document in four fifths of the
// processor's time. Its page estimate builds many thousands of small objects and looks each letter up by pattern. Each of these texts must
// stand where it is expected, or the program is not compiled: another version of the library has to be looked at.
// A test lays the same documents out with the library as it is published (test/paginas-por-seccion.test.ts).
import { readFile } from 'node:fs/promises'

/** By file of the docx library: what stands there and what is put in its place. */
const FASTER = [
  {
    // The compiler's helper for `{ ...a, ...b }` reads symbols and defines each property apart; its targets are always new objects.
    files: /./,
    from: /function _objectSpread2\(e\) \{[\s\S]*?\n\}/u,
    to: `function _objectSpread2(e) {
	for (var r = 1; r < arguments.length; r++) if (arguments[r] != null) Object.assign(e, arguments[r]);
	return e;
}`,
  },
  {
    // The same of a class's own fields: their names are texts, and new.
    files: /./,
    from: /function _defineProperty\(e, r, t\) \{\n/u,
    to: 'function _defineProperty(e, r, t) {\n\tif (typeof r === "string" && !(r in e)) return e[r] = t, e;\n',
  },
  {
    // Each component of the document, and most have one child or two.
    files: /^index\.mjs$/,
    from: /const children = this\.root\.flatMap\(\(comp\) => \{[\s\S]*?\n\t\t\}\)\.filter\(\(comp\) => comp !== void 0\);/u,
    to: `const children = [];
		const add = (child) => {
			if (Array.isArray(child)) for (const one of child) one !== void 0 && children.push(one);
			else if (child !== void 0) children.push(child);
		};
		for (let at = 0, { root } = this, all = root.length; at < all; at++) {
			const comp = root[at];
			if (!isXmlComponent(comp)) add(comp);
			else if (comp.writtenAs) add(comp.writtenAs.map((part) => part.prepForXml(context)));
			else add(comp.prepForXml(context));
		}`,
  },
  {
    // Pictures are named by it.
    files: /^index\.mjs$/,
    from: /var hashedId = \(data\) => Array\.from\(sha1\(([^;]*)\), \(byte\) => [^;]*\)\.join\(""\);/u,
    to: 'var hashedId = (data) => require("node:crypto").createHash("sha1").update($1).digest("hex");',
  },
  {
    files: /^layout\.mjs$/,
    from: 'var withoutUndefined = (object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== void 0));',
    to: `var withoutUndefined = (object) => {
	const defined = {};
	for (const key of Object.keys(object)) if (object[key] !== void 0) defined[key] = object[key];
	return defined;
};`,
  },
  {
    files: /^layout\.mjs$/,
    from: 'var combine = (formats) => formats.reduce((all, format) => _objectSpread2(_objectSpread2({}, all), withoutUndefined(format)), {});',
    to: `var combine = (formats) => {
	const all = {};
	for (const format of formats) if (format != null) for (const key of Object.keys(format)) if (format[key] !== void 0) all[key] = format[key];
	return all;
};`,
  },
  {
    // Below U+0300 only the soft hyphen is a mark or a format character.
    files: /^layout\.mjs$/,
    from: /var takesNoRoom = \(character\) => ([^\n]*);\n/u,
    to: 'var takesNoRoom = (character) => (character >= "\\u0300" || character === "\\xAD") && $1;\n',
  },
  {
    files: /^layout\.mjs$/,
    from: /const key = `\$\{font\.toLowerCase\(\)\}\|\$\{bold\}\|\$\{italic\}`;\n\t\tif \(!chosen\.has\(key\)\) \{/u,
    to: `const key = (bold ? italic ? "bi|" : "b|" : italic ? "i|" : "|") + font;\n\t\tif (!chosen.has(key)) {`,
  },
  {
    // Most paragraphs and runs say nothing of their letters: thirty look-ups in nothing give nothing.
    files: /^layout\.mjs$/,
    from: /var readRunFormat = \(element, themeFonts\) => \{\n/u,
    to: 'var readRunFormat = (element, themeFonts) => {\n\tif (element === void 0) return {};\n',
  },
  {
    // Asked of every letter, with the same few fonts.
    files: /^layout\.mjs$/,
    from: /var knownEastAsianFontOf = \(font\) => \{\n\tconst name = font\.toLowerCase\(\);\n\treturn ([^;]*);\n\};/u,
    to: `var knownEastAsianFonts = /* @__PURE__ */ new Map();
var knownEastAsianFontOf = (font) => {
	if (!knownEastAsianFonts.has(font)) {
		const name = font.toLowerCase();
		knownEastAsianFonts.set(font, $1);
	}
	return knownEastAsianFonts.get(font);
};`,
  },
]

/** The sum by which a ZIP file checks each of its own: Node has it. */
const CRC = {
  from: /for \(var n = 0; n < buf\.length; n\+\+\) \{[^}]*\}\n *return crc \^ -1;/u,
  to: 'return require("node:zlib").crc32(buf, previous >>> 0);',
}

/** What is zipped compresses what is large once in a process: the fonts of a Word document are the same in each report, and most of the time. */
const LARGE = [
  {
    from: 'zlib.deflateRaw(buffer, {level:entry.compressionLevel}, function',
    to: 'deflatedOnce(buffer, {level:entry.compressionLevel}, function',
    needed: true,
  },
  {
    from: 'function ZipFile() {',
    to: `const deflatedBefore = new Map();
function deflatedOnce(buffer, options, done) {
  if (buffer.length < 1 << 16) return zlib.deflateRaw(buffer, options, done);
  const name = options.level + require("node:crypto").createHash("sha256").update(buffer).digest("hex");
  const known = deflatedBefore.get(name);
  if (known !== undefined) {
    deflatedBefore.delete(name);
    deflatedBefore.set(name, known);
    return setImmediate(done, null, known);
  }
  zlib.deflateRaw(buffer, options, function(err, compressed) {
    if (!err) deflatedBefore.set(name, compressed);
    if (deflatedBefore.size > 16) deflatedBefore.delete(deflatedBefore.keys().next().value);
    done(err, compressed);
  });
}
function ZipFile() {`,
    needed: true,
  },
]

/** PDFKit's reader of pictures, which takes what is compressed a byte at a time. */
const PICTURES = [
  {
    from: /for \(i = 0; i < chunkSize; i\+\+\) \{\s*this\.imgData\.push\(this\.data\[this\.pos\+\+\]\);\s*\}/u,
    to: 'this.imgData.push(this.data.subarray(this.pos, this.pos + chunkSize));\n          this.pos += chunkSize;',
    needed: true,
  },
  { from: 'this.imgData = Buffer.from(this.imgData);', to: 'this.imgData = Buffer.concat(this.imgData);', needed: true },
]

/** The plugin of the bundler that does it. */
export const masRapido = {
  name: 'mas-rapido',
  setup(build) {
    build.onLoad({ filter: /[\\/]node_modules[\\/]docx[\\/]dist[\\/][^\\/]+\.mjs$/ }, async ({ path }) => {
      const name = path.replace(/^.*[\\/]/u, '')
      // A small entry of the library may do without a helper.
      const faster = FASTER.filter(({ files }) => files.test(name)).map((one) => ({ ...one, needed: one.files.source !== '.' }))
      return said(`docx/${name}`, await readFile(path, 'utf8'), faster)
    })
    build.onLoad({ filter: /[\\/]node_modules[\\/]buffer-crc32[\\/]dist[\\/]index\.cjs$/ }, async ({ path }) =>
      said('buffer-crc32', await readFile(path, 'utf8'), [{ ...CRC, needed: true }]),
    )
    build.onLoad({ filter: /[\\/]node_modules[\\/]yazl[\\/]index\.js$/ }, async ({ path }) =>
      said('yazl', await readFile(path, 'utf8'), LARGE),
    )
    build.onLoad({ filter: /[\\/]node_modules[\\/]png-js[\\/]lib[\\/]png-js\.js$/ }, async ({ path }) =>
      said('png-js', await readFile(path, 'utf8'), PICTURES),
    )
  },
}

/** A file of a library with some of its texts in other words. */
function said(name, published, faster) {
  let contents = published
  for (const { from, to, needed } of faster) {
    if (typeof from === 'string' ? contents.includes(from) : from.test(contents)) contents = contents.replace(from, to)
    else if (needed) return { errors: [{ text: `${name} no longer says «${from}»: see scripts/compilar/mas-rapido.mjs` }] }
  }
  return { contents, loader: 'js' }
}
