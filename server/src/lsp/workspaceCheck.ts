import type { CancellationToken, ExecuteCommandParams } from 'vscode-languageserver-protocol';
import { numberText, say } from '../core/say.ts';
import type { Client } from './client.ts';
import type { WorkspaceCheck } from './protocol.ts';
import type { Sites } from './sites/sites.ts';
import type { WorkspaceReport } from './sites/workspaceReport.ts';

export interface WorkspaceCheckSources {
  readonly client: Client;
  readonly report: WorkspaceReport;
  readonly sites: Sites;
}

/** Checks all articles because somebody said so, and from then on tells their findings. */
export async function runWorkspaceCheck(
  { workDoneToken }: ExecuteCommandParams,
  token: CancellationToken,
  { client, report, sites }: WorkspaceCheckSources,
): Promise<WorkspaceCheck> {
  const tell = (value: Parameters<Client['progress']>[1]): void => {
    if (workDoneToken !== undefined) client.progress(workDoneToken, value);
  };
  let last = 0;
  tell({ kind: 'begin', title: say`Masthead: checking all articles`, cancellable: true, percentage: 0 });
  try {
    await sites.refresh();
    const checked = await report.count(token, (done, total) => {
      const percentage = Math.floor((100 * done) / Math.max(1, total));
      if (percentage === last) return;
      last = percentage;
      tell({ kind: 'report', message: say`${numberText(done)} of ${numberText(total)}`, percentage });
    });
    if (!token.isCancellationRequested) await report.want('command', true);
    return checked;
  } finally {
    tell({ kind: 'end' });
  }
}
