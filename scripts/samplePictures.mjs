// Draws the pictures of the sample site into sample/assets/images. The files are committed: run this after a change to a
// drawing. All drawings are flat scenes of 800 x 450 units (tiles and portraits have their own), cut to the size wanted.
//   node scripts/samplePictures.mjs [part of a file name …]
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const folder = path.resolve(import.meta.dirname, '..', 'sample', 'assets', 'images');
const font = `font-family="Liberation Sans, Arial, sans-serif" font-weight="700"`;

const scenes = [
  ['news/tidal-turbine.jpg', 800, 450, tidalTurbine],
  ['news/fish-robots.jpg', 800, 450, fishRobots],
  ['news/electric-ferry.jpg', 800, 450, electricFerry],
  ['news/wind-farm.jpg', 1280, 720, windFarm],
  ['news/milky-way.jpg', 800, 450, milkyWay],
  ['news/seagrass-meadow.jpg', 800, 450, seagrass],
  ['news/harbour-wall.jpg', 800, 450, harbourWall],
  ['news/market-crates.jpg', 800, 450, market],
  ['news/harbour-sign.jpg', 800, 450, harbourSign],
  ['news/clock-tower.jpg', 800, 450, clockTower],
  ['news/two-ferries.jpg', 800, 450, twoFerries],
  ['news/prize-scale.jpg', 800, 450, prizeScale],
  ['news/lighthouse-radio.jpg', 800, 450, lighthouseRadio],
  ['news/herring-lens.jpg', 400, 225, herringLens],
  ['news/kelp-forest.jpg', 400, 225, seagrass],
  ['learning/rope-coil.jpg', 480, 360, ropeCoil],
  ['learning/tide-table.png', 480, 360, tideChart],
  ['learning/offshore-wind.jpg', 640, 320, offshoreWind],
  ['learning/first-week-afloat.jpg', 640, 320, dayLighthouse],
  ['learning/patient-tide.jpg', 160, 240, bookCover, [300, 450]],
  ['samples/tide-clock.png', 960, 540, tideClock],
  ['communities/makers-quay.jpg', 1280, 720, makersQuay],
  ['projects/swell-forecast.png', 640, 360, swellForecast],
  ['people/marit-oduya.jpg', 400, 400, portrait, [400, 400]],
].map(([file, width, height, draw, box = [800, 450]]) => ({
  file,
  width,
  height,
  svg: picture(draw(), width, height, box),
}));

const logos = [
  ['current-coil.example', 'CC', '#1d3557', '#ffd166', 'bolt'],
  ['ellerymakers.example', 'em', '#2a9d8f', '#fdf6e3', 'cog'],
  ['ferrybell.example', 'FB', '#c8553d', '#fdf6e3', 'wave'],
  ['gullandanchor.example', 'G', '#f2e3c6', '#274156', 'gull'],
  ['harbourtimes.example', 'HT', '#12324a', '#f4f1e8', 'rule'],
  ['north-light.example', 'N', '#27214f', '#f6f3ff', 'star'],
  ['saltmarsh.example', 'S', '#3f6b4f', '#eef5e6', 'reed'],
  ['tidewater.example', 'tv', '#0f7c90', '#eafaf7', 'wave'],
].flatMap(([domain, ...tile]) =>
  [50, 400].map(size => ({
    file: `organizations/${domain}-${size}x${size}.png`,
    width: size,
    height: size,
    svg: picture(logo(...tile), size, size, [100, 100]),
  })),
);

const wanted = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ deviceScaleFactor: 1 });
for (const { file, width, height, svg } of [...scenes, ...logos]) {
  if (wanted.length > 0 && !wanted.some(part => file.includes(part))) continue;
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  const format = file.endsWith('.png') ? { type: 'png' } : { type: 'jpeg', quality: 82 };
  await page.screenshot({ path: target, ...format });
  console.log(`${file} ${fs.statSync(target).size}`);
}
await browser.close();

function picture(drawing, width, height, [boxWidth, boxHeight]) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"
    viewBox="0 0 ${boxWidth} ${boxHeight}" preserveAspectRatio="xMidYMid slice">${drawing}</svg>`;
}

// ---- Scenes ----

function tidalTurbine() {
  const rotor = (x, y, size, turn) => `
    <path d="M${x - 9} 420 L${x - 5} ${y} h10 L${x + 9} 420 z" fill="#d7e6e6"/>
    <g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">
      ${[0, 120, 240].map(a => `<path transform="rotate(${a})" d="M-5 0 C-20 -34 -14 -74 4 -92 C14 -66 12 -30 5 0z" fill="#fbfdfb"/>`).join('')}
    </g>
    <circle cx="${x}" cy="${y}" r="${13 * size}" fill="#f4a259"/>`;
  return `
    ${sky('#fbe3bd', '#f7b98b', 120)}${sun(640, 92, 38, '#fff3d6')}
    ${hills(118, '#8a9fa8', 3)}${town(116, 60, 9, 0.34, 4)}
    ${gradient('deep', '#2a93a5', '#0c3a55')}<rect y="112" width="800" height="338" fill="url(#deep)"/>
    ${crest(112, '#bfe6e2', 10)}
    ${[90, 250, 430, 620].map(x => `<path d="M${x} 116 h46 L${x - 40} 450 h-120 z" fill="#fff" opacity=".06"/>`).join('')}
    ${rotor(250, 262, 1.05, 18)}${rotor(470, 284, 0.86, 66)}${rotor(648, 300, 0.66, 40)}
    <path d="M0 412 q110 -26 220 -8 t220 2 t200 -6 t160 8 V450 H0z" fill="#0a2c40"/>
    ${fish(120, 220, 0.8, '#ffb36b')}${fish(160, 254, 0.55, '#ffd39a')}${fish(86, 262, 0.5, '#ffd39a')}
    ${fish(566, 196, 0.7, '#9fe0d0', true)}${fish(612, 172, 0.5, '#bfeee2', true)}`;
}

function fishRobots() {
  const arm = (x, turn, color, catchColor) => `
    <g stroke-linecap="round" fill="none">
      <path d="M${x} 62 V128" stroke="#3d5a6c" stroke-width="34"/>
      <path d="M${x} 128 l${turn * 74} 62" stroke="${color}" stroke-width="26"/>
      <path d="M${x + turn * 74} 190 l${turn * -22} 66" stroke="${color}" stroke-width="20"/>
    </g>
    <circle cx="${x}" cy="128" r="21" fill="#f6f1e4"/><circle cx="${x}" cy="128" r="9" fill="#3d5a6c"/>
    <circle cx="${x + turn * 74}" cy="190" r="16" fill="#f6f1e4"/><circle cx="${x + turn * 74}" cy="190" r="7" fill="#3d5a6c"/>
    <path d="M${x + turn * 52 - 24} 282 q2 -26 24 -28 q22 2 24 28" fill="none" stroke="#3d5a6c" stroke-width="9" stroke-linecap="round"/>
    ${fish(x + turn * 52, 292, 0.95, catchColor, turn < 0)}`;
  const crate = (x, color) => `
    <rect x="${x}" y="386" width="128" height="64" rx="6" fill="${color}"/>
    <path d="M${x} 408 h128 M${x} 430 h128" stroke="#000" stroke-opacity=".14" stroke-width="5"/>`;
  return `
    ${sky('#f7e8cf', '#f2d5b0', 450)}
    <rect x="70" y="56" width="170" height="122" rx="8" fill="#8cc7d3"/><path d="M70 146 q42 -12 85 0 t85 0 V178 H70z" fill="#3f9bb0"/>
    <rect x="560" y="56" width="170" height="122" rx="8" fill="#8cc7d3"/><path d="M560 146 q42 -12 85 0 t85 0 V178 H560z" fill="#3f9bb0"/>
    <path d="M155 56 v122 M645 56 v122" stroke="#f7e8cf" stroke-width="7"/>
    <rect y="38" width="800" height="26" fill="#2c4556"/>
    <rect x="-10" y="318" width="820" height="34" rx="17" fill="#2c4556"/><rect x="-10" y="312" width="820" height="14" fill="#46657a"/>
    ${Array.from({ length: 14 }, (_, i) => `<circle cx="${20 + i * 58}" cy="336" r="9" fill="#8fa6b2"/>`).join('')}
    ${fish(70, 298, 1, '#4aa3a2')}${fish(208, 298, 0.9, '#f08a5d')}${fish(420, 298, 1, '#f5c24c')}${fish(566, 298, 0.9, '#4aa3a2')}${fish(728, 298, 1, '#f08a5d')}
    ${arm(260, 1, '#ef6f53', '#f5c24c')}${arm(540, -1, '#2a8f9d', '#f08a5d')}
    ${crate(96, '#f08a5d')}${crate(336, '#f5c24c')}${crate(576, '#4aa3a2')}`;
}

function electricFerry() {
  return `
    ${sky('#bfe3ea', '#fdf0d5', 270)}${sun(150, 120, 44, '#fff8e1')}
    ${cloud(560, 80, 1)}${cloud(330, 54, 0.6)}
    ${hills(266, '#7fa8a4', 5)}${hills(270, '#5f8f8c', 11)}
    ${sea(262, '#3f9bb0', '#176079')}
    ${ferry(400, 318, 1.5, '#fdfbf5', '#2a9d8f')}
    <path d="M0 384 q50 -12 100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 V450 H0z" fill="#14556d"/>
    ${gull(214, 168, 1)}${gull(268, 140, 0.7)}${gull(640, 190, 0.8)}`;
}

function windFarm() {
  return `
    ${sky('#33315e', '#f59e7a', 300)}${sun(400, 292, 66, '#ffd9a0')}
    <path d="M0 214 q120 -18 240 -4 t260 -6 t300 2 v22 q-200 -16 -400 4 t-400 2z" fill="#fff" opacity=".13"/>
    ${sea(290, '#7b5a86', '#1f2d55')}
    <path d="M352 300 h96 M330 318 h140 M360 338 h80 M312 360 h176 M346 386 h108" stroke="#ffd9a0" stroke-width="6" stroke-linecap="round" opacity=".7"/>
    ${turbine(96, 300, 0.8, 10)}${turbine(236, 322, 1.25, 74)}${turbine(566, 306, 0.95, 38)}${turbine(700, 338, 1.5, 96)}
    ${turbine(480, 294, 0.5, 20)}${turbine(332, 294, 0.5, 50)}`;
}

function offshoreWind() {
  return `
    ${sky('#8fd0e0', '#e9f6ee', 320)}${cloud(180, 130, 1)}${cloud(620, 90, 0.8)}
    ${sea(316, '#3f9bb0', '#16617c')}
    ${turbine(150, 326, 1.05, 30)}${turbine(330, 350, 1.5, 80)}${turbine(520, 330, 1.1, 8)}${turbine(676, 346, 1.35, 50)}
    ${sailBoat(430, 376, 0.8, '#ef6f53')}`;
}

function milkyWay() {
  const random = randomNumbers(7);
  const dot = (x, y, r, o) =>
    `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="#fff" opacity="${o.toFixed(2)}"/>`;
  const sprinkled = Array.from({ length: 150 }, () =>
    dot(random() * 800, random() * 350, 0.5 + random() * 1.2, 0.3 + random() * 0.7),
  );
  const band = Array.from({ length: 260 }, () => {
    const along = random();
    const off = (random() + random() + random() - 1.5) * 66;
    return dot(180 + along * 520 + off * 0.75, 370 - along * 400 + off, 0.4 + random() * 1.3, 0.4 + random() * 0.6);
  });
  return `
    ${sky('#0b1030', '#3a2f6b', 380)}
    <g fill="#b9a6ff"><path d="M120 400 Q380 230 640 -40 L760 -40 Q480 260 230 420z" opacity=".13"/>
    <path d="M150 400 Q400 225 668 -40 L725 -40 Q450 255 205 410z" opacity=".15"/></g>
    ${sprinkled.join('')}${band.join('')}
    <path d="M520 60 l90 42" stroke="#fff" stroke-width="2.5" stroke-linecap="round" opacity=".85"/>
    <path d="M0 366 q90 -40 190 -14 t190 -6 t210 -8 t210 6 V450 H0z" fill="#0a0d24"/>
    ${lighthouse(672, 346, 0.8, '#1a1d42', '#141736', '#2b2e5c')}
    <g fill="#0d112d">${Array.from({ length: 9 }, (_, i) => `<path d="M${70 + i * 52} 380 v${-34 - ((i * 37) % 22)} l20 -17 l20 17 v60z"/>`).join('')}</g>
    <g fill="#ffcf70">${[95, 247, 398, 446].map(x => `<rect x="${x}" y="362" width="7" height="9"/>`).join('')}</g>
    <rect y="404" width="800" height="46" fill="#0a1838"/>${crest(404, '#31407e', 6)}`;
}

function seagrass() {
  const random = randomNumbers(21);
  const blade = (depth, color) =>
    Array.from({ length: 34 }, (_, i) => {
      const x = i * 24 + random() * 18 - 6;
      const tall = 70 + random() * 120 * depth;
      const lean = 14 + random() * 34;
      return `<path d="M${x.toFixed(0)} 450 q${(-lean).toFixed(0)} ${(-tall / 2).toFixed(0)} ${(lean / 2).toFixed(0)} ${(-tall).toFixed(0)} q${lean.toFixed(0)} ${(tall / 2).toFixed(0)} 8 ${tall.toFixed(0)}z" fill="${color}"/>`;
    }).join('');
  return `
    ${sky('#8fdcd2', '#146a78', 450)}
    ${[60, 220, 420, 600].map(x => `<path d="M${x} 0 h70 L${x - 20} 450 h-150 z" fill="#fff" opacity=".08"/>`).join('')}
    ${blade(1.35, '#2f8f7c')}
    ${fish(180, 170, 1, '#ffd166')}${fish(250, 206, 0.7, '#ffe3a1')}${fish(142, 226, 0.6, '#ffe3a1')}${fish(610, 132, 1.1, '#ef6f53', true)}${fish(530, 208, 0.7, '#f7a58d', true)}
    ${blade(1, '#3fae7f')}
    ${[
      [330, 120],
      [346, 92],
      [338, 60],
      [690, 230],
      [702, 200],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="7" fill="none" stroke="#eafaf7" stroke-width="3" opacity=".8"/>`)
      .join('')}
    <path d="M0 424 q140 -22 280 -4 t260 -2 t260 2 V450 H0z" fill="#e6cf9c"/>
    ${blade(0.45, '#5cc587')}`;
}

function harbourWall() {
  const random = randomNumbers(4);
  const stones = [];
  for (let row = 0; row < 3; row++) {
    for (let x = row % 2 ? -40 : 0; x < 800; x += 80) {
      stones.push(
        `<rect x="${x + 3}" y="${262 + row * 38}" width="74" height="32" rx="5" fill="${['#a59b8c', '#b3a999', '#978d80'][Math.floor(random() * 3)]}"/>`,
      );
    }
  }
  const gauge = x => `
    <rect x="${x - 11}" y="222" width="22" height="70" rx="6" fill="#f6f1e4"/><circle cx="${x}" cy="240" r="6" fill="#ef6f53"/>
    <path d="M${x - 22} 214 a31 31 0 0 1 44 0 M${x - 12} 219 a17 17 0 0 1 24 0" transform="translate(0 -8)" fill="none" stroke="#ef6f53" stroke-width="5" stroke-linecap="round"/>
    <path d="M${x - 6} 256 h12 M${x - 6} 266 h12 M${x - 6} 276 h12" stroke="#5b6b74" stroke-width="3"/>`;
  return `
    ${sky('#9fb4c7', '#e7dccb', 270)}${cloud(160, 60, 1.1, '#cfd8de')}${cloud(600, 90, 0.9, '#cfd8de')}
    ${town(258, 40, 10, 0.95, 9)}
    <rect y="252" width="800" height="130" fill="#7f766b"/>${stones.join('')}<rect y="248" width="800" height="14" fill="#c9bfae"/>
    ${gauge(190)}${gauge(430)}${gauge(660)}
    <path d="M0 350 q50 -28 100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 V450 H0z" fill="#2f7f93"/>
    <path d="M-50 384 q50 -24 100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 V450 H0z" fill="#1d6379"/>
    <path d="M-20 418 q50 -20 100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 V450 H0z" fill="#144e63"/>`;
}

function market() {
  const stall = (x, color, goods) => `
    <path d="M${x + 8} 200 v190 M${x + 212} 200 v190" stroke="#7a5c43" stroke-width="9"/>
    <rect x="${x}" y="304" width="220" height="92" fill="#b98a5e"/><rect x="${x}" y="304" width="220" height="12" fill="#d5a878"/>
    ${Array.from({ length: 5 }, (_, i) => `<path d="M${x - 10 + i * 48} 140 h48 v62 a24 18 0 0 1 -48 0z" fill="${i % 2 ? '#fdf6e8' : color}"/>`).join('')}
    ${goods}`;
  const crate = (x, color, inside) => `
    ${inside}<rect x="${x}" y="272" width="58" height="34" rx="4" fill="${color}"/><path d="M${x} 289 h58" stroke="#000" stroke-opacity=".16" stroke-width="4"/>`;
  const balls = (x, color) => [10, 29, 48].map(d => `<circle cx="${x + d}" cy="272" r="12" fill="${color}"/>`).join('');
  return `
    ${sky('#a9dbe3', '#fdf1d8', 330)}${cloud(120, 60, 0.8)}${cloud(690, 76, 0.7)}
    ${town(296, 60, 10, 0.95, 15)}
    <rect y="330" width="800" height="120" fill="#dcc9a6"/>
    ${[356, 384, 414].map((y, i) => `<path d="M${i * 30 - 60} ${y} h860" stroke="#c8b38b" stroke-width="4" stroke-dasharray="70 24"/>`).join('')}
    ${stall(40, '#ef6f53', crate(54, '#4c8c5a', balls(54, '#f08a5d')) + crate(121, '#4c8c5a', balls(121, '#f5c24c')) + crate(188, '#4c8c5a', balls(188, '#d9534f')))}
    ${stall(292, '#2a9d8f', crate(306, '#4c8c5a', fish(335, 266, 0.7, '#8fb8c9')) + crate(373, '#4c8c5a', fish(402, 266, 0.7, '#f7a58d')) + crate(440, '#4c8c5a', fish(469, 266, 0.7, '#8fb8c9')))}
    ${stall(544, '#f5b841', crate(558, '#4c8c5a', balls(558, '#7bb661')) + crate(625, '#4c8c5a', balls(625, '#9c6fb0')) + crate(692, '#4c8c5a', balls(692, '#7bb661')))}
    ${person(270, 398, '#27506b')}${person(522, 404, '#8b3f4d')}`;
}

function harbourSign() {
  return `
    ${sky('#8fd0e0', '#f6f2df', 330)}${cloud(120, 70, 0.9)}${cloud(660, 56, 0.8)}
    ${sea(318, '#3f9bb0', '#1d6f88')}${sailBoat(704, 346, 0.8, '#fdfbf5')}${sailBoat(78, 340, 0.6, '#f5c24c')}
    <path d="M0 392 h800 v58 H0z" fill="#b89468"/><path d="M0 392 h800 v9 H0z" fill="#d3b187"/>
    <path d="M180 230 v170 M620 230 v170" stroke="#6d5138" stroke-width="20"/>
    <rect x="112" y="122" width="576" height="146" rx="16" fill="#f6efdc"/><rect x="126" y="136" width="548" height="118" rx="9" fill="#12506b"/>
    <text x="398" y="219" text-anchor="middle" textLength="480" ${font} font-size="72" fill="#fdf6e3">PORT ELERY</text>
    <g stroke="#d9a24e" stroke-width="9" stroke-linecap="round"><path d="M520 404 L556 178 M604 404 L586 178"/>
    <path d="M527 366 h68 M533 326 h58 M539 288 h50 M546 248 h42" stroke-width="7"/></g>
    <g transform="translate(330 366)"><path d="M-24 -8 h48 l-5 42 h-38z" fill="#dfe7ea"/><ellipse cy="-8" rx="24" ry="7" fill="#ef6f53"/><path d="M-24 -8 a24 26 0 0 1 48 0" fill="none" stroke="#8a99a1" stroke-width="3"/></g>
    <g transform="translate(398 372)"><path d="M-20 -8 h40 l-4 36 h-32z" fill="#dfe7ea"/><ellipse cy="-8" rx="20" ry="6" fill="#f5c24c"/><path d="M6 -10 l26 -54" stroke="#8b5e3c" stroke-width="6" stroke-linecap="round"/></g>
    ${gull(270, 104, 0.9)}${gull(444, 78, 0.7)}`;
}

function clockTower() {
  const marks = Array.from(
    { length: 12 },
    (_, i) => `<path transform="rotate(${i * 30})" d="M0 -45 v9" stroke="#274156" stroke-width="${i % 3 ? 3 : 6}"/>`,
  ).join('');
  return `
    ${sky('#f6b795', '#fdeccf', 380)}${sun(640, 110, 40, '#fff6dc')}${cloud(150, 84, 1, '#fff1dd')}
    ${hills(352, '#c99a86', 8)}${town(382, -10, 6, 1, 3)}${town(382, 500, 6, 1, 12)}
    <rect x="336" y="124" width="128" height="290" fill="#b9664d"/><rect x="336" y="124" width="22" height="290" fill="#000" opacity=".1"/>
    <path d="M322 126 h156 l-20 -24 h-116z" fill="#8f4a38"/><path d="M342 102 L400 12 L458 102z" fill="#35566b"/><path d="M400 14 v-16" stroke="#35566b" stroke-width="5"/>
    <circle cx="400" cy="190" r="60" fill="#8f4a38"/><circle cx="400" cy="190" r="52" fill="#fdf8ec"/>
    <g transform="translate(400 190)">${marks}<path d="M0 4 L-17 -22" stroke="#274156" stroke-width="7" stroke-linecap="round"/><path d="M0 6 L27 -24" stroke="#274156" stroke-width="4.5" stroke-linecap="round"/><circle r="5" fill="#ef6f53"/></g>
    <path d="M376 330 a24 24 0 0 1 48 0 v84 h-48z" fill="#5d3024"/><rect x="384" y="270" width="32" height="34" rx="16" fill="#f6d9a8"/>
    <rect y="380" width="800" height="70" fill="#d9b98f"/><rect y="380" width="800" height="8" fill="#e9cfa9"/>
    ${person(250, 424, '#27506b')}${person(300, 428, '#2a9d8f')}${person(560, 426, '#8b3f4d')}${gull(240, 132, 0.9, '#7a5146')}${gull(540, 78, 0.8, '#7a5146')}`;
}

function twoFerries() {
  const random = randomNumbers(12);
  const stars = Array.from(
    { length: 70 },
    () =>
      `<circle cx="${(random() * 800).toFixed(0)}" cy="${(random() * 200).toFixed(0)}" r="${(0.8 + random() * 1.3).toFixed(1)}" fill="#fff" opacity="${(0.4 + random() * 0.6).toFixed(2)}"/>`,
  );
  return `
    ${sky('#101a3d', '#3c5c8a', 260)}${stars.join('')}
    <circle cx="610" cy="92" r="42" fill="#fdf3d0"/><circle cx="596" cy="84" r="8" fill="#e9dcb0"/><circle cx="624" cy="106" r="6" fill="#e9dcb0"/>
    ${hills(250, '#1c2b50', 6)}
    ${sea(248, '#27508a', '#0e2147')}
    <path d="M580 262 h60 M560 282 h100 M590 304 h46 M548 420 h120" stroke="#fdf3d0" stroke-width="5" stroke-linecap="round" opacity=".5"/>
    ${ferry(236, 300, 1.05, '#eef1f4', '#c8553d', '#ffd36b')}${ferry(540, 352, 1.35, '#eef1f4', '#2a9d8f', '#ffd36b')}
    <path d="M0 404 q50 -11 100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 V450 H0z" fill="#0b1a3a"/>`;
}

function prizeScale() {
  return `
    ${sky('#fbe6c8', '#f6c99f', 450)}
    ${Array.from({ length: 16 }, (_, i) => `<path transform="rotate(${i * 22.5} 400 200)" d="M400 200 L372 -420 h56z" fill="#fff" opacity=".26"/>`).join('')}
    <path d="M0 30 q200 56 400 6 t400 -6" fill="none" stroke="#8b5e3c" stroke-width="4"/>
    ${Array.from({ length: 12 }, (_, i) => `<path d="M${20 + i * 66} ${44 + 13 * Math.sin(i / 1.8)} h40 l-20 36z" fill="${['#ef6f53', '#2a9d8f', '#f5b841'][i % 3]}"/>`).join('')}
    <rect x="180" y="356" width="440" height="94" fill="#27506b"/><rect x="160" y="340" width="480" height="22" rx="6" fill="#35698a"/>
    <path d="M366 340 h68 l-14 -24 h-40z" fill="#5b4a3a"/><rect x="393" y="140" width="14" height="180" fill="#7a634c"/>
    <path d="M250 168 L550 140" stroke="#7a634c" stroke-width="11" stroke-linecap="round"/><circle cx="400" cy="152" r="14" fill="#f5b841"/>
    <path d="M250 168 l-52 96 M250 168 l52 96 M550 140 l-52 96 M550 140 l52 96" stroke="#7a634c" stroke-width="3"/>
    ${fish(250, 252, 1.35, '#4aa3a2')}<path d="M186 264 h128 a64 34 0 0 1 -128 0z" fill="#d9b45f"/>
    <rect x="524" y="196" width="52" height="42" rx="6" fill="#8a99a1"/><rect x="540" y="184" width="20" height="14" rx="5" fill="#8a99a1"/>
    <path d="M486 236 h128 a64 34 0 0 1 -128 0z" fill="#d9b45f"/>
    <g transform="translate(400 398)"><path d="M-12 12 l-12 44 l16 -8 l10 12 l2 -40z M12 12 l12 44 l-16 -8 l-10 12 l-2 -40z" fill="#c8553d"/>
    ${Array.from({ length: 12 }, (_, i) => `<circle transform="rotate(${i * 30})" cy="-25" r="8" fill="#ef6f53"/>`).join('')}<circle r="25" fill="#ef6f53"/><circle r="18" fill="#fdf6e3"/>
    <text y="9" text-anchor="middle" ${font} font-size="25" fill="#c8553d">1</text></g>`;
}

function lighthouseRadio() {
  return `
    ${sky('#2b3467', '#f2a586', 340)}
    <circle cx="130" cy="70" r="2" fill="#fff"/><circle cx="70" cy="130" r="1.6" fill="#fff"/><circle cx="300" cy="48" r="1.8" fill="#fff"/><circle cx="700" cy="60" r="2" fill="#fff"/><circle cx="620" cy="34" r="1.5" fill="#fff"/>
    <path d="M236 124 L800 20 V196z" fill="#ffe9ad" opacity=".34"/><path d="M222 124 L0 84 V164z" fill="#ffe9ad" opacity=".26"/>
    ${sea(326, '#6b5b8c', '#232a58')}
    <path d="M60 372 q40 -58 120 -58 h90 q90 6 120 60 q-160 26 -330 -2z" fill="#3a3350"/>
    ${lighthouse(230, 322, 1.5, '#fdf6e8', '#d95d4c', '#ffdf8a')}
    <g fill="none" stroke="#fdf6e8" stroke-width="7" stroke-linecap="round"><path d="M316 92 a46 46 0 0 1 0 64"/><path d="M342 68 a80 80 0 0 1 0 112" opacity=".75"/><path d="M368 44 a114 114 0 0 1 0 160" opacity=".5"/></g>
    <g transform="translate(636 300) rotate(8)"><rect x="-42" y="-78" width="84" height="150" rx="14" fill="#1b2042"/><rect x="-34" y="-64" width="68" height="118" rx="5" fill="#9be0d6"/>
    <path d="M-22 20 a22 22 0 0 1 44 0" fill="none" stroke="#1b6a78" stroke-width="7" stroke-linecap="round"/><path d="M-10 24 a10 10 0 0 1 20 0" fill="none" stroke="#1b6a78" stroke-width="6" stroke-linecap="round"/>
    <rect x="-22" y="-48" width="44" height="8" rx="4" fill="#1b6a78"/><rect x="-22" y="-32" width="30" height="8" rx="4" fill="#1b6a78" opacity=".6"/></g>
    <path d="M0 400 q50 -12 100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 V450 H0z" fill="#1a2049"/>`;
}

function dayLighthouse() {
  return `
    ${sky('#79c7dc', '#eaf6ea', 330)}${sun(660, 110, 40, '#fff4cf')}${cloud(300, 100, 1)}${cloud(560, 170, 0.7)}
    ${sea(318, '#38a0b4', '#14627c')}
    <path d="M0 380 q60 -74 170 -74 q110 4 170 74 q-160 30 -340 0z" fill="#6a9a63"/><path d="M0 380 q160 26 340 0 l-14 16 q-170 20 -326 2z" fill="#8b7a66"/>
    ${lighthouse(176, 314, 1.25, '#fdfbf3', '#d95d4c', '#ffe08a')}
    ${sailBoat(470, 362, 1.25, '#fdfbf5')}${sailBoat(640, 338, 0.7, '#ef6f53')}${gull(400, 150, 0.9)}${gull(350, 186, 0.7)}`;
}

function herringLens() {
  const corner = (x, y, turn) => `<path transform="translate(${x} ${y}) rotate(${turn})" d="M0 60 V0 H60" />`;
  return `
    ${sky('#24475c', '#0f2a3a', 450)}
    <circle cx="400" cy="225" r="170" fill="#2f6478"/><circle cx="400" cy="225" r="132" fill="#3f8396"/>
    ${fish(400, 225, 3.1, '#d5e3ea')}
    <path d="M318 214 q70 -42 150 -8" fill="none" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".7"/>
    <g fill="none" stroke="#ffd166" stroke-width="9" stroke-linecap="round" stroke-linejoin="round">
      ${corner(170, 70, 0)}${corner(630, 70, 90)}${corner(630, 380, 180)}${corner(170, 380, 270)}
    </g><circle cx="676" cy="64" r="13" fill="#ef6f53"/>`;
}

function ropeCoil() {
  const rope = line => `<g fill="none" stroke-linecap="round">
    <path d="${line}" transform="translate(3 8)" stroke="#3b2a1e" stroke-opacity=".25" stroke-width="30"/>
    <path d="${line}" stroke="#d9bd83" stroke-width="28"/>
    <path d="${line}" stroke="#f3e3bb" stroke-width="20" stroke-dasharray="3 13"/></g>`;
  const turns = Array.from({ length: 161 }, (_, i) => {
    const angle = i * 0.18;
    const reach = 16 + angle * 5.6;
    return `${(400 + reach * Math.cos(angle)).toFixed(1)} ${(225 + reach * Math.sin(angle)).toFixed(1)}`;
  });
  const [endX, endY] = turns.at(-1).split(' ').map(Number);
  return `
    <rect width="800" height="450" fill="#b98a5e"/>
    ${Array.from({ length: 6 }, (_, i) => `<rect y="${i * 78}" width="800" height="73" fill="${i % 2 ? '#c2946a' : '#b98a5e'}"/><path d="M${(i * 170) % 300} ${i * 78 + 36} h240 M${430 + i * 20} ${i * 78 + 24} h190" stroke="#9b7048" stroke-width="3" opacity=".6"/>`).join('')}
    ${rope(`M${turns.join(' L')} C${endX} ${endY - 60} 560 20 820 60`)}`;
}

function tideChart() {
  return `
    <rect width="800" height="450" fill="#f6f1e1"/>
    ${[90, 160, 230, 300, 370].map(y => `<path d="M150 ${y} h500" stroke="#d9cfb5" stroke-width="2"/>`).join('')}
    <path d="M150 300 C190 300 205 110 262 110 S335 350 392 350 S460 140 516 140 S600 320 650 320 V396 H150z" fill="#5fb6c4" opacity=".45"/>
    <path d="M150 300 C190 300 205 110 262 110 S335 350 392 350 S460 140 516 140 S600 320 650 320" fill="none" stroke="#12607a" stroke-width="8" stroke-linecap="round"/>
    <path d="M150 60 V396 H650" fill="none" stroke="#274156" stroke-width="5" stroke-linecap="round"/>
    <circle cx="262" cy="110" r="13" fill="#ef6f53"/><circle cx="516" cy="140" r="13" fill="#ef6f53"/><circle cx="392" cy="350" r="13" fill="#f5b841"/>
    <circle cx="590" cy="78" r="30" fill="#274156"/><circle cx="602" cy="70" r="27" fill="#f6f1e1"/>`;
}

function bookCover() {
  return `
    ${gradient('cover', '#123a56', '#2a8f9d')}<rect width="300" height="450" fill="url(#cover)"/>
    <circle cx="196" cy="190" r="62" fill="#fdf0cf"/>
    ${[0, 1, 2, 3, 4].map(i => `<path d="M0 ${252 + i * 40} q37 -24 75 0 t75 0 t75 0 t75 0 V450 H0z" fill="${['#3fa3b0', '#2f8c9d', '#217489', '#175d74', '#0f485e'][i]}"/>`).join('')}
    <text x="26" y="70" ${font} font-size="46" fill="#fdf6e3">The</text><text x="26" y="116" ${font} font-size="46" fill="#fdf6e3">Patient</text><text x="26" y="162" ${font} font-size="46" fill="#fdf6e3">Tide</text>
    <text x="26" y="424" ${font} font-size="22" fill="#fdf6e3">TOBIAH WREN</text><rect width="12" height="450" fill="#000" opacity=".16"/>`;
}

function tideClock() {
  const ring = Array.from(
    { length: 12 },
    (_, i) =>
      `<path transform="rotate(${i * 30})" d="M0 -118 v14" stroke="#cfe6e6" stroke-width="${i % 3 ? 4 : 8}" stroke-linecap="round"/>`,
  ).join('');
  return `
    <rect width="800" height="450" fill="#e4ecec"/><rect x="40" y="34" width="720" height="382" rx="18" fill="#fdfdfa"/><path d="M40 78 V52 a18 18 0 0 1 18 -18 H742 a18 18 0 0 1 18 18 V78z" fill="#12506b"/>
    <circle cx="66" cy="56" r="7" fill="#ef6f53"/><circle cx="90" cy="56" r="7" fill="#f5b841"/><circle cx="114" cy="56" r="7" fill="#4cae8a"/>
    <g transform="translate(236 248)"><circle r="138" fill="#12506b"/><path d="M-138 0 a138 138 0 0 0 276 0 q-34 -26 -69 0 t-69 0 t-69 0 t-69 0z" fill="#2a93a5"/>${ring}<path d="M0 0 L64 -58" stroke="#ffd166" stroke-width="10" stroke-linecap="round"/><circle r="12" fill="#ffd166"/></g>
    ${[0, 1, 2, 3].map(i => `<g transform="translate(440 ${118 + i * 72})"><rect width="284" height="58" rx="10" fill="${i % 2 ? '#eef5f4' : '#e1f0ee'}"/><circle cx="32" cy="29" r="15" fill="${i % 2 ? '#f5b841' : '#2a93a5'}"/><path d="M${i % 2 ? '25 25 l7 8 l7 -8' : '25 33 l7 -8 l7 8'}" fill="none" stroke="#fff" stroke-width="4"/><rect x="62" y="15" width="${130 - i * 14}" height="10" rx="5" fill="#12506b"/><rect x="62" y="34" width="${86 + i * 10}" height="8" rx="4" fill="#9ab4bd"/></g>`).join('')}`;
}

function makersQuay() {
  return `
    ${sky('#f7c9a0', '#fdf1d8', 300)}${sun(620, 150, 46, '#fff8e6')}${hills(276, '#d8a98c', 13)}
    ${town(300, 20, 12, 1.15, 6)}
    <path d="M-20 70 q210 70 420 20 t420 -20" fill="none" stroke="#7a5146" stroke-width="4"/>
    ${Array.from({ length: 13 }, (_, i) => `<path d="M${16 + i * 62} ${90 + 14 * Math.sin(i / 2)} h36 l-18 32z" fill="${['#ef6f53', '#2a9d8f', '#f5b841', '#27506b'][i % 4]}"/>`).join('')}
    <rect y="298" width="800" height="34" fill="#a58767"/><rect y="298" width="800" height="9" fill="#c9ab88"/>
    ${sea(330, '#3f9bb0', '#1b6a83')}${sailBoat(170, 384, 0.95, '#fdfbf5')}${sailBoat(600, 398, 1.1, '#ef6f53')}
    ${person(330, 322, '#27506b')}${person(372, 324, '#8b3f4d')}${person(470, 322, '#2a7d6f')}`;
}

function swellForecast() {
  return `
    <rect width="800" height="450" fill="#0f2a40"/>
    ${[110, 190, 270, 350].map(y => `<path d="M70 ${y} h660" stroke="#24465f" stroke-width="2"/>`).join('')}
    ${[0, 1, 2].map(i => `<path d="M70 ${300 - i * 56} q55 ${-60 - i * 14} 110 0 t110 0 t110 0 t110 0 t110 0 t110 0" fill="none" stroke="${['#2a93a5', '#7fd1c7', '#ffd166'][i]}" stroke-width="8" stroke-linecap="round"/>`).join('')}
    ${Array.from({ length: 12 }, (_, i) => `<rect x="${76 + i * 56}" y="${400 - 12 - ((i * 29) % 34)}" width="34" height="${12 + ((i * 29) % 34)}" rx="4" fill="#ef6f53" opacity="${0.55 + (i % 4) * 0.14}"/>`).join('')}
    ${gull(630, 80, 1, '#fdf6e3')}`;
}

function portrait() {
  return `
    ${gradient('wall', '#a7dbe0', '#e9f3e6')}<rect width="400" height="400" fill="url(#wall)"/><circle cx="310" cy="96" r="46" fill="#fff3cf"/>
    <path d="M0 300 q50 -20 100 0 t100 0 t100 0 t100 0 V400 H0z" fill="#3f9bb0"/>
    <path d="M122 250 Q96 92 200 84 Q304 92 278 250z" fill="#2f211c"/>
    <path d="M60 400 q6 -116 140 -116 t140 116z" fill="#f2b33d"/><path d="M172 240 h56 v58 q-28 26 -56 0z" fill="#8f5b3f"/>
    <path d="M160 290 l40 34 l40 -34 l22 12 l-62 60 l-62 -60z" fill="#d9962a"/>
    <ellipse cx="200" cy="192" rx="62" ry="74" fill="#a86d4c"/><path d="M138 186 Q140 112 200 112 Q262 112 262 186 Q240 168 222 136 Q190 176 138 186z" fill="#2f211c"/>
    <circle cx="177" cy="198" r="6" fill="#2a1a14"/><circle cx="223" cy="198" r="6" fill="#2a1a14"/>
    <path d="M176 232 q24 20 48 0" fill="none" stroke="#5d2f22" stroke-width="6" stroke-linecap="round"/>
    <g fill="none" stroke="#274156" stroke-width="4"><circle cx="177" cy="198" r="19"/><circle cx="223" cy="198" r="19"/><path d="M196 197 h8"/></g>`;
}

// ---- Parts ----

function gradient(id, top, bottom) {
  return `<defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>`;
}

function sky(top, bottom, height) {
  return `${gradient('sky', top, bottom)}<rect width="800" height="450" fill="${bottom}"/><rect width="800" height="${height}" fill="url(#sky)"/>`;
}

function sun(x, y, radius, color) {
  return `<circle cx="${x}" cy="${y}" r="${radius * 1.7}" fill="${color}" opacity=".3"/><circle cx="${x}" cy="${y}" r="${radius}" fill="${color}"/>`;
}

function cloud(x, y, size, color = '#fff') {
  return `<g transform="translate(${x} ${y}) scale(${size})" fill="${color}" opacity=".85"><rect x="-70" y="-4" width="150" height="34" rx="17"/><circle cx="-24" cy="-4" r="26"/><circle cx="22" cy="-12" r="34"/></g>`;
}

function hills(base, color, seed) {
  const random = randomNumbers(seed);
  const tops = Array.from(
    { length: 5 },
    (_, i) =>
      `Q${i * 160 + 80} ${(base - 50 - random() * 70).toFixed(0)} ${i * 160 + 160} ${(base - 8 - random() * 14).toFixed(0)}`,
  );
  return `<path d="M0 ${base - 12} ${tops.join(' ')} V${base + 8} H0z" fill="${color}"/>`;
}

function sea(top, near, deep) {
  return `${gradient('sea', near, deep)}<rect y="${top}" width="800" height="${450 - top}" fill="url(#sea)"/>
    <path d="M60 ${top + 22} h70 M210 ${top + 40} h46 M620 ${top + 26} h80 M470 ${top + 16} h40 M120 ${top + 66} h90 M680 ${top + 70} h60" stroke="#fff" stroke-width="4" stroke-linecap="round" opacity=".28"/>`;
}

function crest(y, color, height) {
  const waves = Array.from({ length: 11 }, () => `q20 ${-height} 40 0 t40 0`).join(' ');
  return `<path d="M-20 ${y + 4} ${waves} v${height / 2} H-20z" fill="${color}" opacity=".8"/>`;
}

function town(base, left, count, size, seed) {
  const random = randomNumbers(seed);
  const walls = ['#f3e3c3', '#e58f6f', '#7fb4bd', '#f2c46d', '#d97b66', '#fdf3e1', '#8fb58a'];
  const roofs = ['#9a4a3c', '#4b5f70', '#7c4436'];
  const houses = Array.from({ length: count }, (_, i) => {
    const wall = walls[(i + Math.floor(random() * 3)) % walls.length];
    const roof = roofs[Math.floor(random() * roofs.length)];
    const height = 64 + random() * 56;
    const rows = height > 96 ? [16, 52] : [16];
    const windows = rows.flatMap(y =>
      [10, 40].map(
        x =>
          `<rect x="${x}" y="${y - height}" width="14" height="20" rx="2" fill="#fff7dd" stroke="#5a6b75" stroke-width="2"/>`,
      ),
    );
    return `<g transform="translate(${(left + i * 66 * size).toFixed(0)} ${base}) scale(${size})"><rect y="${-height}" width="64" height="${height + 20}" fill="${wall}"/><path d="M-3 ${-height} L32 ${-height - 34} L67 ${-height}z" fill="${roof}"/>${windows.join('')}<rect x="25" y="-26" width="15" height="30" rx="2" fill="#6a4a3a"/></g>`;
  });
  return houses.join('');
}

function lighthouse(x, base, size, wall, stripe, lamp) {
  return `<g transform="translate(${x} ${base}) scale(${size})">
    <path d="M-24 6 L-15 -110 h30 L24 6z" fill="${wall}"/>
    <path d="M-22.5 -14 L-20.6 -38 h41.2 L22.5 -14z M-18.7 -62 L-16.9 -86 h33.8 L18.7 -62z" fill="${stripe}"/>
    <rect x="-21" y="-116" width="42" height="8" rx="2" fill="${stripe}"/><rect x="-11" y="-142" width="22" height="27" fill="${lamp}"/>
    <path d="M-15 -142 h30 L0 -162z" fill="${stripe}"/><path d="M3 -110 h12 L24 6 h-14z" fill="#000" opacity=".08"/><rect x="-6" y="-12" width="12" height="18" rx="5" fill="#4a3b45"/></g>`;
}

function ferry(x, y, size, hull, band, light = '#9fd3dc') {
  const windows = (count, top, left) =>
    Array.from(
      { length: count },
      (_, i) => `<rect x="${left + i * 22}" y="${top}" width="13" height="11" rx="3" fill="${light}"/>`,
    ).join('');
  return `<g transform="translate(${x} ${y}) scale(${size})">
    <rect x="-86" y="-42" width="172" height="28" rx="6" fill="${hull}"/><rect x="-62" y="-68" width="112" height="28" rx="6" fill="${hull}"/><rect x="-30" y="-88" width="52" height="22" rx="5" fill="${hull}"/>
    <rect x="-66" y="-70" width="120" height="5" rx="2" fill="${band}"/><rect x="-90" y="-44" width="180" height="5" rx="2" fill="${band}"/>
    ${windows(7, -34, -76)}${windows(4, -60, -50)}${windows(2, -82, -22)}
    <path d="M-122 -16 h244 q-8 34 -32 42 h-176 q-28 -8 -36 -42z" fill="${band}"/><path d="M-122 -16 h244 l-3 10 h-239z" fill="${hull}"/>
    <path d="M34 -68 v-34 M34 -100 l16 6 l-16 6" stroke="#4b5f70" stroke-width="3" fill="#f5b841"/>
    <path d="M-2 2 l-10 14 h9 l-4 13 l16 -18 h-9 l5 -9z" fill="#ffe08a"/></g>`;
}

function turbine(x, base, size, turn) {
  return `<g transform="translate(${x} ${base}) scale(${size})">
    <path d="M-4.5 0 L-2 -150 h4 L4.5 0z" fill="#f4f6f4"/><rect x="-9" y="-6" width="18" height="12" rx="2" fill="#f5b841"/>
    <g transform="translate(0 -150) rotate(${turn})">${[0, 120, 240].map(a => `<path transform="rotate(${a})" d="M-3 -2 C-7 -24 -3 -54 1 -74 C5 -50 5 -24 3 -2z" fill="#fff"/>`).join('')}</g><circle cy="-150" r="5" fill="#d8dfdd"/></g>`;
}

function sailBoat(x, y, size, sail) {
  return `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-44 0 h92 q-8 24 -26 24 h-44 q-16 -2 -22 -24z" fill="#8b4a3a"/><path d="M0 0 v-104" stroke="#5b4636" stroke-width="4"/><path d="M5 -100 Q52 -50 48 -8 H5z" fill="${sail}"/><path d="M-5 -84 Q-34 -40 -34 -8 H-5z" fill="${sail}" opacity=".8"/></g>`;
}

function fish(x, y, size, color, left = false) {
  return `<g transform="translate(${x} ${y}) scale(${left ? -size : size} ${size})"><path d="M-30 0 Q-4 -24 34 0 Q-4 24 -30 0z" fill="${color}"/><path d="M-26 0 l-24 -16 q7 16 0 32z" fill="${color}"/><path d="M-6 -13 q10 -12 20 -7 l-4 9z" fill="${color}"/><path d="M10 -9 q-7 9 0 18" fill="none" stroke="#000" stroke-opacity=".2" stroke-width="3"/><circle cx="21" cy="-4" r="3.2" fill="#16323f"/></g>`;
}

function gull(x, y, size, color = '#35566b') {
  return `<path transform="translate(${x} ${y}) scale(${size})" d="M-26 -6 Q-12 -18 0 0 Q12 -18 26 -6" fill="none" stroke="${color}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function person(x, base, coat) {
  return `<g transform="translate(${x} ${base})"><path d="M-7 0 v-26 h5 v26z M2 0 v-26 h5 v26z" fill="#2b3640"/><path d="M-13 -22 q-2 -40 13 -40 t13 40z" fill="${coat}"/><circle cy="-70" r="10" fill="#d8a07c"/><path d="M-11 -72 q0 -12 11 -12 t11 12z" fill="#3b2a24"/></g>`;
}

function logo(letters, ground, ink, mark) {
  const marks = {
    bolt: `<path d="M56 4 L38 50 h11 L42 96 L66 42 H54 L64 4z" fill="#ef6f53" opacity=".55"/>`,
    cog: `<circle cx="50" cy="50" r="40" fill="none" stroke="${ink}" stroke-width="7" stroke-dasharray="12.57 8.37" opacity=".55"/>`,
    wave: `<path d="M0 80 q12.5 -10 25 0 t25 0 t25 0 t25 0 V100 H0z" fill="${ink}" opacity=".4"/>`,
    gull: `<path d="M46 20 q11 -11 21 2 q10 -13 21 -2" fill="none" stroke="#c8553d" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`,
    rule: `<path d="M16 76 h68 M16 84 h44" stroke="#ef6f53" stroke-width="4"/>`,
    star: `<path d="M76 10 l4 12 l12 4 l-12 4 l-4 12 l-4 -12 l-12 -4 l12 -4z" fill="#ffd166"/>`,
    reed: `<path d="M80 92 q-4 -40 4 -62 M88 92 q0 -26 6 -40 M72 92 q-4 -20 -8 -30" fill="none" stroke="#b9d8a0" stroke-width="5" stroke-linecap="round"/>`,
  };
  const size = mark === 'cog' ? 38 : letters.length > 1 ? 46 : 68;
  return `<rect width="100" height="100" fill="${ground}"/>${marks[mark]}
    <text x="${mark === 'reed' ? 40 : 50}" y="${mark === 'rule' ? 62 : mark === 'gull' ? 80 : 50 + size * 0.35}" text-anchor="middle" ${font} font-size="${size}" fill="${ink}">${letters}</text>`;
}

/** Mulberry32: the same numbers from the same seed, so that a drawing is always the same. */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
