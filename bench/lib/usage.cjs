// Loaded into every process that is measured whole (`node --require`): at its end it writes its peak memory in kB and the
// processor time that it took in µs to $MASTHEAD_BENCH_USAGE.
// Linux hands the parent's peak on in `resourceUsage().maxRSS`, so that a large parent shows in every child; VmHWM is its own.
const fs = require('node:fs');

process.on('exit', () => {
  let peak;
  try {
    peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    peak = process.resourceUsage().maxRSS;
  }
  const { user, system } = process.cpuUsage();
  fs.writeFileSync(process.env.MASTHEAD_BENCH_USAGE, JSON.stringify({ peak, processor: user + system }));
});
