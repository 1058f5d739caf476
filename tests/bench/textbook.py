"""EM as a textbook has it, in NumPy: the densities, their shares, the weighted moments."""

from __future__ import annotations

import numpy as np

Params = tuple[np.ndarray, np.ndarray, np.ndarray]


def iterate(x: np.ndarray, params: Params) -> tuple[float, Params]:
    """The log-likelihood of weights, means and covariances, and those of the next iteration."""
    densities = np.stack([joint(x, *one) for one in zip(*params, strict=True)], axis=1)
    totals = densities.sum(axis=1, keepdims=True)
    responsibilities = densities / totals
    counts = responsibilities.sum(axis=0)
    means = responsibilities.T @ x / counts[:, None]
    covariances = np.stack(
        [covariance(x - means[j], responsibilities[:, j]) for j in range(len(counts))]
    )
    return float(np.log(totals).sum()), (counts / len(x), means, covariances)


def joint(x: np.ndarray, weight: float, mean: np.ndarray, covariance: np.ndarray) -> np.ndarray:
    """(n,) weight times density."""
    y = x - mean
    exponents = -0.5 * np.einsum("na,ab,nb->n", y, np.linalg.inv(covariance), y, optimize=True)
    scale = np.sqrt((2.0 * np.pi) ** x.shape[1] * np.linalg.det(covariance))
    return weight / scale * np.exp(exponents)


def covariance(y: np.ndarray, shares: np.ndarray) -> np.ndarray:
    """(d, d) the weighted covariance of deviations."""
    return (shares[:, None] * y).T @ y / shares.sum()
